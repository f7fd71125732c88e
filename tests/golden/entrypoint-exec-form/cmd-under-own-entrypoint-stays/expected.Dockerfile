FROM debian:12
USER 10001:10001
ENTRYPOINT ["/opt/start"]
CMD server --port 80
