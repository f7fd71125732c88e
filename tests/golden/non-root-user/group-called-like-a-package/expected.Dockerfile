FROM registry.access.redhat.com/ubi9/ubi-minimal
RUN echo "app:x:0:shadow" >>/etc/group && chgrp shadow /var/log
# Run as an unprivileged user (added by harden)
RUN microdnf install -y shadow-utils && microdnf clean all && \
    groupadd --gid 10001 app1 && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /sbin/nologin app1
USER 10001:10001
CMD ["/usr/bin/server"]
