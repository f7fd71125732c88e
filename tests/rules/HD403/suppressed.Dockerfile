FROM debian:12
# harden: ignore=HD403 any uid may run this image
RUN mkdir /data && chmod 777 /data
USER 1000:1000
