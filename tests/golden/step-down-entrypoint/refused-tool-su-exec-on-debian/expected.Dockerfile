FROM debian:12
COPY server /usr/local/bin/server
COPY docker-entrypoint.sh /docker-entrypoint.sh
VOLUME /data
ENTRYPOINT ["/docker-entrypoint.sh"]
CMD ["server", "--data", "/data"]
