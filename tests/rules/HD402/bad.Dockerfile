FROM debian:12 AS build
RUN find / -xdev -perm /6000 -type f -exec chmod a-s {} +

FROM debian:12
RUN useradd --uid 1000 --user-group app
COPY server /app/server

USER app
COPY --chown=app settings /app/settings
CMD ["/app/server"]
