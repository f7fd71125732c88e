FROM lscr.io/linuxserver/baseimage-alpine:3.20
COPY root/ /
