FROM debian:12 AS one
FROM docker.io/debian:12 AS two
FROM index.docker.io/library/debian:12 AS three
FROM library/debian AS four
FROM registry.example.com:5000/team/deep/debian:12@sha256:0b8d2a6e2e4c1f0d9a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b7c6d5e4f AS five
FROM quay.io/anything/at-all AS six
FROM bitnami/redis:7 AS seven
FROM one AS eight
FROM scratch
COPY --from=seven /a /a
COPY --from=2 /b /b
RUN --mount=type=cache,target=/root/.cache make
USER 1000:1000
CMD ["/a"]
