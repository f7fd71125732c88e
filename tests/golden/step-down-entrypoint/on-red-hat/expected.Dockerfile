FROM rockylinux:9
COPY server /usr/local/bin/server
COPY docker-entrypoint.secure.sh /docker-entrypoint.sh
# The user that the program runs as, and what it writes (added by harden)
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /sbin/nologin app && \
    mkdir -p /data && \
    chown -R 10001:10001 /data
VOLUME /data
# The start script starts the program without root (added by harden)
RUN setpriv --reuid=65534 --regid=65534 --clear-groups true
ENTRYPOINT ["/docker-entrypoint.sh"]
CMD ["server", "--data", "/data"]
