FROM alpine:3.20
COPY server /usr/local/bin/
# Run as an unprivileged user (added by harden)
RUN adduser -u 10001 -S -D -H -h /nonexistent -s /sbin/nologin -G users app
USER 10001:100
CMD ["server"]
