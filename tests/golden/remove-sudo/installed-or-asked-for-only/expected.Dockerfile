FROM debian:12
RUN apt-get update && apt-get install -y sudo
RUN command -v sudo && which sudo; echo sudo; test -x /usr/bin/sudo
RUN if type sudo; then rm -f /usr/bin/sudo; fi
USER 10001:10001
