FROM debian:12
# harden: ignore=HD455 the mirror listens on localhost only
RUN --network=host make
USER 1000:1000
