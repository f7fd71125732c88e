FROM debian:12 AS build
RUN useradd --uid 1001 app
USER app

FROM debian:12
RUN useradd --uid 1001 app
USER app
RUN whoami
USER 1001:1001
CMD ["/app/server"]
