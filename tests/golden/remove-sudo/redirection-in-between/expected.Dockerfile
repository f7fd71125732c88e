FROM debian:12
RUN sudo >/dev/null apt-get update
USER 10001:10001
