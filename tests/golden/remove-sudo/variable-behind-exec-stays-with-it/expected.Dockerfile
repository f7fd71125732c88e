FROM debian:12
RUN exec sudo A=1 make install
USER 10001:10001
