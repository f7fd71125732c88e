FROM debian:12
RUN true && su\
do apt-get update
USER 10001:10001
