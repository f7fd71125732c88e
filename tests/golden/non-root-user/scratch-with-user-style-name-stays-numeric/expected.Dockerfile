FROM scratch
COPY app /app
# Run as an unprivileged user (added by harden)
USER 10001:10001
ENTRYPOINT ["/app"]
