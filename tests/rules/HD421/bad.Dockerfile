ARG BASE=node:latest
ARG REGISTRY=registry.example.com:5000
FROM golang:latest AS build
FROM --platform=$BUILDPLATFORM ${BASE} AS assets
FROM ${REGISTRY}/team/python:latest AS tools
FROM debian:latest
COPY --from=composer:latest /usr/bin/composer /usr/bin/
COPY --from=composer:latest /usr/bin/other /usr/bin/
COPY --from=build /app /app
RUN --mount=type=bind,from=ghcr.io/astral-sh/uv:latest,source=/uv,target=/uv /uv sync
USER 1000:1000
CMD ["sleep", "1"]
