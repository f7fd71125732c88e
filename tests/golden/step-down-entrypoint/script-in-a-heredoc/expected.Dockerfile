FROM debian:12
# The user that the program runs as, and what it writes (added by harden)
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app && \
    mkdir -p /data && \
    chown -R 10001:10001 /data
VOLUME /data
COPY <<"EOF" /start.sh
#!/bin/sh
chmod 0755 /data
# Start the program without root (added by harden)
if [ "$(id -u)" = 0 ]; then
    # The program writes here, whosever it was before
    find /data \! -user 10001 -exec chown -h 10001:10001 '{}' + || :
    exec gosu 10001:10001 "$@"
fi
exec "$@"
EOF
# The start script starts the program without root (added by harden)
RUN apt-get update && \
    apt-get install -y --no-install-recommends gosu && \
    rm -rf /var/lib/apt/lists/* && \
    gosu nobody true
ENTRYPOINT ["sh", "/start.sh"]
CMD ["server"]
