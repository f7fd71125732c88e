FROM debian:12
RUN useradd -u 1500 svc
USER svc
VOLUME /data
USER root
RUN apt-get update && apt-get install -y curl
COPY server /usr/local/bin/
# Run as an unprivileged user (added by harden)
RUN mkdir -p /data && \
    chown -R 1500:1500 /data
USER 1500:1500
CMD ["server"]
