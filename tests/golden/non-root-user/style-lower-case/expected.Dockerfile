from debian:12
copy server /usr/local/bin/
# The user that the program runs as, and what it writes (added by harden)
run groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app && \
    mkdir -p /data && \
    chown -R 10001:10001 /data
volume /data
# Run as an unprivileged user (added by harden)
user 10001:10001
cmd ["server"]
