FROM alpine:3.20

# the binary
COPY server /usr/local/bin/

# Run as an unprivileged user (added by harden)
RUN addgroup -g 10001 -S app && \
    adduser -u 10001 -S -D -H -h /nonexistent -s /sbin/nologin -G app app
USER 10001:10001

# start it
CMD ["server"]
