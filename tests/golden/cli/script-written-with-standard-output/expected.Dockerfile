FROM debian:12
RUN apt-get update && apt-get install -y redis-server
COPY docker/entry.secure.sh /usr/local/bin/entry.sh
# The user that the program runs as, and what it writes (added by harden)
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app && \
    mkdir -p /data /var/lib/redis && \
    chown -R 10001:10001 /data /var/lib/redis
VOLUME /data
# The start script starts the program without root (added by harden)
RUN apt-get update && \
    apt-get install -y --no-install-recommends gosu && \
    rm -rf /var/lib/apt/lists/* && \
    gosu nobody true
ENTRYPOINT ["entry.sh"]
CMD ["redis-server"]
