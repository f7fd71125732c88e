FROM debian:12
ENV APP_HOME=/opt/app
RUN useradd -u 1200 app
RUN mkdir -p $APP_HOME/data ${APP_HOME}/logs \
 && chown -R app: ${APP_HOME}/data
COPY server /usr/local/bin/
# Run as an unprivileged user (added by harden)
RUN chown -R 1200:1200 /opt/app/logs
USER 1200:1200
CMD ["server"]
