FROM debian:12
RUN useradd -u 1300 svc
COPY start.sh server /srv/
# The start script that starts the program without root (added by harden)
COPY start.secure.sh /srv/start.sh
# The start script starts the program as this user (added by harden)
RUN apt-get update && \
    apt-get install -y --no-install-recommends gosu && \
    rm -rf /var/lib/apt/lists/* && \
    gosu nobody true && \
    mkdir -p /srv/state && \
    chown -R svc: /srv/state
CMD ["/srv/start.sh"]
