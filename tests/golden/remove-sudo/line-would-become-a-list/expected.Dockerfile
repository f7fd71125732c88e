FROM debian:12
RUN sudo [ -d /opt ]
RUN true && [ -d /opt ]
USER 10001:10001
