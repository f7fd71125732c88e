FROM eclipse-temurin:21-jre
WORKDIR /app
COPY app.jar .
ENV LOGGING_FILE_PATH=/var/log
# Run as an unprivileged user (added by harden)
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app && \
    touch /var/log/spring.log && \
    chown 10001:10001 /var/log/spring.log
USER 10001:10001
CMD ["java", "-jar", "app.jar"]
