FROM registry.access.redhat.com/ubi9/ubi-minimal:9.4
RUN microdnf install -y java-17-openjdk-headless && microdnf clean all
COPY app.jar /deployments/app.jar
# Run as an unprivileged user (added by harden)
RUN microdnf install -y shadow-utils && microdnf clean all && \
    groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /sbin/nologin app
USER 10001:10001
CMD ["java", "-jar", "/deployments/app.jar"]
