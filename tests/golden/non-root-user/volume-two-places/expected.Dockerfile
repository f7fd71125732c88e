FROM debian:12
RUN useradd -r svc
# What the program writes (added by harden)
RUN mkdir -p /data /srv/cache && \
    chown -R svc: /data /srv/cache
VOLUME /data
RUN mkdir -p /srv/cache
VOLUME /srv/cache
COPY server /usr/local/bin/
# Run as an unprivileged user (added by harden)
USER svc
CMD ["server"]
