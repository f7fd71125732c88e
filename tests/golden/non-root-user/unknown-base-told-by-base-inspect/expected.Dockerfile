FROM registry.example.com/platform/base:7
COPY server /usr/local/bin/server
# Run as an unprivileged user (added by harden)
RUN printf 'app:x:10001:\n' >>/etc/group && \
    printf 'app:x:10001:10001::/nonexistent:/sbin/nologin\n' >>/etc/passwd
USER 10001:10001
ENTRYPOINT ["server"]
