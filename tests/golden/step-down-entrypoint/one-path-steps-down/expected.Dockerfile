FROM debian:12
RUN apt-get update && apt-get install -y gosu && useradd -u 5001 app
COPY server /usr/local/bin/server
COPY docker-entrypoint.sh /docker-entrypoint.sh
VOLUME /data
ENTRYPOINT ["/docker-entrypoint.sh"]
CMD ["server", "--data", "/data"]
