FROM busybox:1.36
COPY server /usr/local/bin/server
COPY docker-entrypoint.secure.sh /docker-entrypoint.sh
# The user that the program runs as, and what it writes (added by harden)
RUN printf 'app:x:10001:\n' >>/etc/group && \
    printf 'app:x:10001:10001::/nonexistent:/sbin/nologin\n' >>/etc/passwd && \
    mkdir -p /data && \
    chown -R 10001:10001 /data
VOLUME /data
# The start script starts the program without root (added by harden)
COPY --from=tianon/gosu:1.19 /gosu /usr/local/bin/
RUN gosu nobody true
ENTRYPOINT ["/docker-entrypoint.sh"]
CMD ["server", "--data", "/data"]
