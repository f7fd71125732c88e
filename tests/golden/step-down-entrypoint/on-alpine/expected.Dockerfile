FROM alpine:3.20
COPY server /usr/local/bin/server
COPY docker-entrypoint.secure.sh /docker-entrypoint.sh
# The user that the program runs as, and what it writes (added by harden)
RUN addgroup -g 10001 -S app && \
    adduser -u 10001 -S -D -H -h /nonexistent -s /sbin/nologin -G app app && \
    mkdir -p /data && \
    chown -R 10001:10001 /data
VOLUME /data
# The start script starts the program without root (added by harden)
RUN apk add --no-cache su-exec && \
    su-exec nobody true
ENTRYPOINT ["/docker-entrypoint.sh"]
CMD ["server", "--data", "/data"]
