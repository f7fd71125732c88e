# syntax=docker/dockerfile:1-labs
FROM debian:12 AS build
RUN --security=insecure mount -t tmpfs none /mnt

FROM debian:12
RUN --mount=type=cache,target=/c --security=insecure make
USER 1000:1000
