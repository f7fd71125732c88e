FROM registry.access.redhat.com/ubi9/ubi
RUN mkdir -p /opt/svc/data && chgrp -R 0 /opt/svc && chmod -R g=u /opt/svc
COPY server /usr/local/bin/
# Run as an unprivileged user (added by harden)
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /sbin/nologin app && \
    chown -R 10001:10001 /opt/svc
USER 10001:10001
CMD ["server"]
