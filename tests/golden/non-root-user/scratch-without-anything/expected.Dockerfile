FROM scratch
COPY rootfs /
# Run as an unprivileged user (added by harden)
USER 10001:10001
