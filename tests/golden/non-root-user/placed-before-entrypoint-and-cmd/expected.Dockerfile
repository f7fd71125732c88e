FROM alpine:3.20
COPY server /usr/local/bin/
# Run as an unprivileged user (added by harden)
RUN addgroup -g 10001 -S app && \
    adduser -u 10001 -S -D -H -h /nonexistent -s /sbin/nologin -G app app
USER 10001:10001
ENTRYPOINT ["server"]
CMD ["--port", "8080"]
