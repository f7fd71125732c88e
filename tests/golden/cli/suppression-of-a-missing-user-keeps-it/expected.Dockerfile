FROM debian:12 AS base
RUN true

# harden: ignore-stage=HD101 switches itself
FROM base
CMD ["redis-server"]
