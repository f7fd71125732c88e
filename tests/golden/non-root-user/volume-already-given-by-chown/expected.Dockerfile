FROM debian:12
RUN useradd -u 1300 svc \
 && mkdir -p /data \
 && chown svc:svc /data
VOLUME /data
COPY server /usr/local/bin/
# Run as an unprivileged user (added by harden)
USER 1300:1300
CMD ["server"]
