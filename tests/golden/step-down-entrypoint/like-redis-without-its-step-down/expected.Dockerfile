FROM debian:12
RUN set -eux; \
	groupadd -r -g 999 redis; \
	useradd -r -g redis -u 999 redis
RUN apt-get update; apt-get install -y --no-install-recommends redis-server; rm -rf /var/lib/apt/lists/*
RUN mkdir /data && chown redis:redis /data
VOLUME /data
WORKDIR /data
COPY docker-entrypoint.secure.sh /usr/local/bin/docker-entrypoint.sh
ENTRYPOINT ["docker-entrypoint.sh"]
EXPOSE 6379
# The start script starts the program without root (added by harden)
RUN apt-get update && \
	apt-get install -y --no-install-recommends gosu && \
	rm -rf /var/lib/apt/lists/* && \
	gosu nobody true
CMD ["redis-server"]
