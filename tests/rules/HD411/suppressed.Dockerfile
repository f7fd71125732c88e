FROM debian:12
USER 1000:1000
# harden: ignore=HD411 the key of the test server, published with it
COPY certs/server.key /etc/ssl/
CMD ["sleep", "1"]
