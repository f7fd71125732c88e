FROM alpine:3.20
COPY server /usr/local/bin/
# Run as an unprivileged user (added by harden)
RUN addgroup -g 20001 -S app && \
    adduser -u 20001 -S -D -H -h /nonexistent -s /sbin/nologin -G app app
USER 20001:20001
CMD ["server"]
