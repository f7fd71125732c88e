ARG UNSET
FROM debian:12@sha256:0b8d2a6e2e4c1f0d9a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b7c6d5e4f AS build
FROM ${UNSET} AS unknown
FROM build AS test
FROM scratch
COPY --from=build /app /app
USER 1000:1000
CMD ["/app"]
