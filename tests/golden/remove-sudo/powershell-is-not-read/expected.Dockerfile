FROM debian:12
SHELL ["pwsh", "-Command"]
RUN sudo apt-get update
USER 10001:10001
