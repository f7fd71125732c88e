FROM debian:12
COPY docker/start.sh /usr/local/bin/
ENTRYPOINT ["tini", "--", "/usr/local/bin/start.sh"]
