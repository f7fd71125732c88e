FROM debian:12
WORKDIR /usr
WORKDIR bin
COPY server .
WORKDIR /proc/self
WORKDIR /etc/
USER 1000:1000
