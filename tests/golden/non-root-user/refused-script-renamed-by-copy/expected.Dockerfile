FROM debian:12
COPY docker/launch /usr/local/bin/server
ENTRYPOINT ["server"]
