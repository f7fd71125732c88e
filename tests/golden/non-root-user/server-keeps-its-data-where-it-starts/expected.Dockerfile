FROM debian:12
# The package's account, with a number that is known (added by harden)
RUN groupadd --system --gid 900 etcd && \
    useradd --system --no-log-init --uid 900 --gid 900 --no-create-home --home-dir /var/lib/etcd --shell /usr/sbin/nologin etcd
RUN apt-get update && apt-get install -y etcd-server
EXPOSE 2379
# Run as an unprivileged user (added by harden)
RUN mkdir -p /var/lib/etcd && \
    chown -R 900:900 /var/lib/etcd
WORKDIR /var/lib/etcd
USER 900:900
CMD ["etcd"]
