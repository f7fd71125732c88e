FROM debian:12
RUN useradd -u 1500 svc
# What the program writes (added by harden)
RUN mkdir -p /data && \
    chown -R 1500:1500 /data
VOLUME /data
COPY server /usr/local/bin/
# Run as an unprivileged user (added by harden)
USER svc
CMD ["server"]
