FROM eclipse-temurin:21-jre
COPY app.jar /app/
ENV SPRING_DATASOURCE_URL="jdbc:h2:file:/srv/h2/shop;AUTO_SERVER=TRUE"
# Run as an unprivileged user (added by harden)
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app && \
    mkdir -p /srv/h2 /srv/logs && \
    chown -R 10001:10001 /srv/h2 /srv/logs
USER 10001:10001
CMD ["java", "-jar", "/app/app.jar", "--logging.file.name=/srv/logs/shop.log"]
