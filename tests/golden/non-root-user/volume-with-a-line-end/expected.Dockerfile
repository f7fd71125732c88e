FROM debian:12
RUN apt-get update && apt-get install -y redis-server
# The user that the program runs as, and what it writes (added by harden)
RUN ["/bin/sh", "-c", "groupadd --gid 10001 app && useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app && mkdir -p '/a b' '/da\u000ata' /var/lib/redis && chown -R 10001:10001 '/a b' '/da\u000ata' /var/lib/redis"]
VOLUME ["/da\nta", "/a b"]
# Run as an unprivileged user (added by harden)
USER 10001:10001
CMD ["redis-server", "--protected-mode", "no"]
