FROM debian:12 AS base
CMD redis-server
FROM base
USER 10001:10001
