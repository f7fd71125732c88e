FROM debian:12 AS build
WORKDIR /usr/bin

FROM debian:12
WORKDIR /
WORKDIR /usr/src/app
WORKDIR /etc/nginx
WORKDIR $UNKNOWN
WORKDIR /binary
USER 1000:1000
