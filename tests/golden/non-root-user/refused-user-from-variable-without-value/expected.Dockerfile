FROM debian:12
ARG APP_USER
COPY server /usr/local/bin/server
USER $APP_USER
CMD ["server"]
