FROM debian:12
COPY server /opt/
USER 10001:10001
CMD ["/opt/server"]
