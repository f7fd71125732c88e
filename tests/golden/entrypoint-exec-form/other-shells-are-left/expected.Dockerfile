FROM debian:12
SHELL ["pwsh", "-Command"]
USER 10001:10001
CMD Start-Server
