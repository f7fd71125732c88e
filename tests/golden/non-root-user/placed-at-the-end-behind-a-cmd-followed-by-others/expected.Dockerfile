FROM alpine:3.20
CMD ["server"]
COPY server /usr/local/bin/
EXPOSE 8080
# Run as an unprivileged user (added by harden)
RUN addgroup -g 10001 -S app && \
    adduser -u 10001 -S -D -H -h /nonexistent -s /sbin/nologin -G app app
USER 10001:10001
