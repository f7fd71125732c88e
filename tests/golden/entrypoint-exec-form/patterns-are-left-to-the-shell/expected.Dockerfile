FROM debian:12-slim
USER 10001:10001
CMD ["/bin/sh", "-c", "exec java -jar /app/*.jar"]
