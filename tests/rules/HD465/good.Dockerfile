FROM debian:12 AS build
CMD ["one"]

FROM debian:12
USER 1000:1000
CMD ["two"]
