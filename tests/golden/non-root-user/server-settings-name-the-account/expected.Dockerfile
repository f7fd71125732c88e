FROM debian:12
RUN apt-get update && apt-get install -y rsync
COPY <<END /etc/rsyncd.conf
uid = nobody
gid = nogroup
[files]
path = /srv
END
# Run as an unprivileged user (added by harden)
USER 65534:65534
CMD ["rsync", "--daemon", "--no-detach"]
