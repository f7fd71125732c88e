FROM eclipse-temurin:21-jre
COPY app.jar /app/
ENV JAVA_OPTS="-Xmx1g -Xlog:gc -Xlog:gc:stdout -Djava.io.tmpdir=/tmp -Dconfig.file=/app/app.conf"
ENV DATABASE_URL=postgres://db/shop CACHE_URL=sqlite::memory:
# Run as an unprivileged user (added by harden)
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app
USER 10001:10001
CMD ["java", "-jar", "/app/app.jar"]
