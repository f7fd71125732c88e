FROM mcr.microsoft.com/azurelinux/base/core:3.0
COPY server /usr/local/bin/server
# Run as an unprivileged user (added by harden)
RUN tdnf install -y shadow-utils && tdnf clean all && \
    groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /sbin/nologin app
USER 10001:10001
CMD ["server"]
