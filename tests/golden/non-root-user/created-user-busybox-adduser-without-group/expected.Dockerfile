FROM alpine:3.20
RUN adduser -D -u 1200 runner
COPY server /usr/local/bin/
# Run as an unprivileged user (added by harden)
USER 1200:1200
CMD ["server"]
