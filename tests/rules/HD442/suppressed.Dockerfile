FROM debian:12
# harden: ignore=HD442 images on top of this one install without an update
RUN apt-get update
USER 1000:1000
