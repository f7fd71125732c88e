FROM debian:12
RUN sudo -k && true
USER 10001:10001
