FROM debian:12
RUN apt-get update && apt-get install -y sudo && useradd --uid 10005 --user-group app
COPY server /srv/
COPY docker-entrypoint.secure.sh /docker-entrypoint.sh
# The start script starts the program as this user (added by harden)
RUN apt-get update && \
    apt-get install -y --no-install-recommends gosu && \
    rm -rf /var/lib/apt/lists/* && \
    gosu nobody true && \
    mkdir -p /srv/state && \
    chown -R app: /srv/state
ENTRYPOINT ["/docker-entrypoint.sh"]
