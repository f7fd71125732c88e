FROM redis:7.2
COPY docker-entrypoint.secure.sh /usr/local/bin/docker-entrypoint.sh
# The start script starts the program as this user (added by harden)
RUN gosu nobody true && \
    mkdir -p /data && \
    chown -R 999:999 /data
CMD ["redis-server"]
