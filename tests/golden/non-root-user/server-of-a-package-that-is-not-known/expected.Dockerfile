FROM debian:12
RUN apt-get update && apt-get install -y ngircd
# Run as an unprivileged user (added by harden)
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app
USER 10001:10001
CMD ["ngircd", "-n"]
