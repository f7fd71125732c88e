FROM debian:12
# The package's account, with a number that is known (added by harden)
RUN groupadd --system --gid 900 memcache && \
    useradd --system --no-log-init --uid 900 --gid 900 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin memcache
RUN apt-get update && apt-get install -y memcached
# Run as an unprivileged user (added by harden)
USER 900:900
CMD ["memcached"]
