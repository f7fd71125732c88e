# syntax=docker/dockerfile:1-labs
FROM debian:12
RUN --security=sandbox make
RUN tool --security=insecure
USER 1000:1000
