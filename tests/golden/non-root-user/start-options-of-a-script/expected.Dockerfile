FROM eclipse-temurin:21-jre
WORKDIR /app
COPY app.jar run.sh ./
# Run as an unprivileged user (added by harden)
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app && \
    mkdir -p /var/dumps /var/log/app && \
    chown -R 10001:10001 /var/dumps /var/log/app
USER 10001:10001
ENTRYPOINT ["/app/run.sh"]
