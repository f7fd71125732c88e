FROM debian:12 AS build
CMD ["one"]

FROM debian:12
USER 1000:1000
HEALTHCHECK CMD ["check", "--old"]
CMD ["server", "--debug"]
HEALTHCHECK --interval=30s CMD ["check"]
CMD ["server"]
