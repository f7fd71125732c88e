FROM debian:12
ARG PM=apt-get
RUN sudo $PM update
RUN /opt/$PM/bin/x
USER 10001:10001
