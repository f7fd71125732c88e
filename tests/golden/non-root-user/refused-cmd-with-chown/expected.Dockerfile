FROM debian:12
COPY server /usr/local/bin/
CMD chown -R nobody /data && server
