FROM debian:12
RUN groupadd -g 5000 web && useradd -u 5000 -g web -G audio web && useradd -u 5001 other
COPY server /usr/local/bin/server
COPY docker-entrypoint.secure.sh /docker-entrypoint.sh
# What the program writes (added by harden)
RUN mkdir -p /data && \
    chown -R 5000:5000 /data
VOLUME /data
# The start script starts the program without root (added by harden)
RUN apt-get update && \
    apt-get install -y --no-install-recommends gosu && \
    rm -rf /var/lib/apt/lists/* && \
    gosu nobody true
ENTRYPOINT ["/docker-entrypoint.sh"]
CMD ["server", "--data", "/data"]
