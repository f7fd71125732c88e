ARG BASE=node
ARG REGISTRY=registry.example.com:5000
FROM golang AS build
FROM --platform=$BUILDPLATFORM ${BASE} AS assets
FROM ${REGISTRY}/team/python AS tools
FROM debian
COPY --from=composer /usr/bin/composer /usr/bin/
COPY --from=composer /usr/bin/other /usr/bin/
COPY --from=build /app /app
RUN --mount=type=bind,from=ghcr.io/astral-sh/uv,source=/uv,target=/uv /uv sync
USER 1000:1000
CMD ["sleep", "1"]
