FROM alpine:3.20
COPY server /usr/local/bin/
# Run as an unprivileged user (added by harden)
RUN addgroup -g 10001 -S app && \
    adduser -u 10001 -S -D -H -h /home/app -s /sbin/nologin -G app app && \
    mkdir -p /home/app && \
    chown -R 10001:10001 /home/app
USER 10001:10001
ENTRYPOINT ["sh", "-c", "exec server --cache \"$HOME/.cache\""]
