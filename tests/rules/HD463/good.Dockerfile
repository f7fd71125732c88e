FROM debian:12 AS build
VOLUME /etc

FROM debian:12
VOLUME /etc/app /usr/share/app /var/lib/app /dev/shm /data /srv /system
USER 1000:1000
