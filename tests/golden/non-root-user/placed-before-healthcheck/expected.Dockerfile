FROM alpine:3.20
COPY server /usr/local/bin/
HEALTHCHECK --interval=30s CMD wget -qO- http://localhost:8080/health || exit 1
# Run as an unprivileged user (added by harden)
RUN addgroup -g 10001 -S app && \
    adduser -u 10001 -S -D -H -h /nonexistent -s /sbin/nologin -G app app
USER 10001:10001
ENTRYPOINT ["server"]
