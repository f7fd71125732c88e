FROM debian:12
COPY tool /opt/
USER 10001:10001
CMD ["/bin/sh", "-c", "exec /opt/tool --serve"]
