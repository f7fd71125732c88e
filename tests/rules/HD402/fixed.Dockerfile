FROM debian:12 AS build
RUN find / -xdev -perm /6000 -type f -exec chmod a-s {} +

FROM debian:12
RUN useradd --uid 1000 --user-group app
COPY server /app/server

# No program gives root's rights to whoever starts it (added by harden)
RUN find / -xdev -type f \( -perm -4000 -o -perm -2000 \) -exec chmod a-s {} +

USER app
COPY --chown=app settings /app/settings
CMD ["/app/server"]
