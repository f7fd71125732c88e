FROM debian:12
RUN apt-get update && apt-get install -y gosu && useradd --uid 10005 app
COPY docker-entrypoint.sh /
VOLUME /data
HEALTHCHECK CMD curl -f http://localhost/
ENTRYPOINT ["/docker-entrypoint.sh"]
CMD ["server"]
