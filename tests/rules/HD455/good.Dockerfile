FROM debian:12
RUN --network=none make
RUN --network=default make
RUN docker run --network=host x
USER 1000:1000
