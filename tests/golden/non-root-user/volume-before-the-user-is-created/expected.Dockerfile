FROM debian:12
VOLUME /data
RUN useradd -r svc
COPY server /usr/local/bin/
# Run as an unprivileged user (added by harden)
RUN mkdir -p /data && \
    chown -R svc: /data
USER svc
CMD ["server"]
