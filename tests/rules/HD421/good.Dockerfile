ARG TAG=1.23
ARG UNSET
FROM golang:${TAG} AS latest
FROM golang:${UNSET} AS other
FROM latest AS again
FROM debian:stable-slim AS stable
FROM registry.example.com/latest:1.0 AS named
FROM debian AS untagged
FROM debian:latest@sha256:0b8d2a6e2e4c1f0d9a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b7c6d5e4f
COPY --from=latest /app /app
USER 1000:1000
CMD ["sleep", "1"]
