FROM debian:12
COPY server /usr/local/bin/
CMD ["/bin/sh", "-c", "chown -R nobody /data && exec server"]
