FROM eclipse-temurin:21-jre
COPY app.jar /opt/app/app.jar
# Run as an unprivileged user (added by harden)
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app && \
    mkdir -p /logs && \
    chown -R 10001:10001 /logs
USER 10001:10001
CMD ["java", "-Xlog:gc*:/logs/gc.log:time", "-jar", "/opt/app/app.jar"]
