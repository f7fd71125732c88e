FROM debian:12
COPY server /usr/local/bin/server
COPY docker-entrypoint.secure.sh /docker-entrypoint.sh
WORKDIR /app
# The start script starts the program as this user (added by harden)
RUN apt-get update && \
    apt-get install -y --no-install-recommends gosu && \
    rm -rf /var/lib/apt/lists/* && \
    gosu nobody true && \
    groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app
ENTRYPOINT ["/docker-entrypoint.sh"]
CMD ["server", "--data", "/data"]
