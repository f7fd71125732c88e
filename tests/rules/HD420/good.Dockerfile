ARG BASE=node:22
ARG UNSET
ARG REGISTRY=registry.example.com:5000
FROM golang:1.23 AS build
FROM build AS Tested
FROM ${BASE} AS assets
FROM ${UNSET} AS other
FROM image${UNSET} AS another
FROM python:${UNSET:-3.13} AS python
FROM ${REGISTRY}/team/python:latest AS team
FROM debian@sha256:0b8d2a6e2e4c1f0d9a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b7c6d5e4f AS pinned
FROM scratch
COPY --from=build /app /app
COPY --from=BUILD /b /b
COPY --from=0 /c /c
COPY --from=tested /d /d
COPY --from=composer:2 /usr/bin/composer /usr/bin/
USER 1000:1000
CMD ["/app"]
