FROM debian:12
RUN apt-get update && apt-get install -y redis-server
COPY docker/entry.sh /usr/local/bin/
VOLUME /data
ENTRYPOINT ["entry.sh"]
CMD ["redis-server"]
