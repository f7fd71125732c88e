FROM debian:12
RUN DEBIAN_FRONTEND=noninteractive apt-get install -y tzdata
RUN A=1 B="x y" make install
USER 10001:10001
