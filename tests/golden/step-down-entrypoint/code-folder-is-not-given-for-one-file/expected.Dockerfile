FROM debian:12
WORKDIR /srv/app
COPY . .
# The start script that starts the program without root (added by harden)
COPY start.secure.sh /srv/app/start.sh
# The start script starts the program as this user (added by harden)
RUN apt-get update && \
    apt-get install -y --no-install-recommends gosu && \
    rm -rf /var/lib/apt/lists/* && \
    gosu nobody true && \
    groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app
ENTRYPOINT ["/srv/app/start.sh"]
CMD ["/srv/app/server"]
