FROM debian:12 AS build
RUN --network=host curl -fsS http://localhost:8080/x -o /x

FROM debian:12
RUN --mount=type=cache,target=/c --network=host make
USER 1000:1000
