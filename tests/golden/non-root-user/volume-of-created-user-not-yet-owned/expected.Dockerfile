FROM debian:12
RUN useradd -r svc
# What the program writes (added by harden)
RUN mkdir -p /data && \
    chown -R svc: /data
VOLUME /data
COPY server /usr/local/bin/
# Run as an unprivileged user (added by harden)
USER svc
CMD ["server"]
