FROM debian:12
COPY server /usr/local/bin/
# Run as an unprivileged user (added by harden)
RUN useradd --no-log-init --uid 10001 --gid 33 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app
USER 10001:33
CMD ["server"]
