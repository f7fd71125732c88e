FROM debian:12
# harden: ignore=HD440 images on top of this one install more
RUN apt-get update && apt-get install -y --no-install-recommends curl
USER 1000:1000
