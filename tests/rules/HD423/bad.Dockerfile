ARG UNSET
ARG MIRROR=mirror.example.com
FROM ${MIRROR}/debian:12 AS one
FROM docker.io/someone/debian:12 AS two
FROM someone/debian:12 AS three
FROM registry.example.com:5000/teams/debian:12 AS four
FROM registry.example.com/team/debian:12 AS five
FROM ${UNSET}/debian:12 AS six
FROM localhost/debian:12 AS seven
FROM debian:12
COPY --from=ghcr.io/astral-sh/uv:0.5 /uv /usr/bin/
RUN --mount=from=ghcr.io/other/tool:1,target=/tool /tool/run
USER 1000:1000
CMD ["sleep", "1"]
