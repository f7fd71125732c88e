FROM alpine:3.20
RUN apk add --no-cache tinyproxy
# Run as an unprivileged user (added by harden)
RUN addgroup -g 10001 -S app && \
    adduser -u 10001 -S -D -H -h /nonexistent -s /sbin/nologin -G app app
USER 10001:10001
CMD ["tinyproxy", "-d"]
