FROM amazonlinux:2023
RUN dnf install -y nodejs && dnf clean all
WORKDIR /app
COPY . .
# Run as an unprivileged user (added by harden)
RUN yum install -y shadow-utils && yum clean all && \
    groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /sbin/nologin app
USER 10001:10001
CMD ["node", "index.js"]
