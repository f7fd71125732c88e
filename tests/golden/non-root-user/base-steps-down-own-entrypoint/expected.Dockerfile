FROM postgres:16
COPY backup /usr/local/bin/
# Run as an unprivileged user (added by harden)
USER 999:999
ENTRYPOINT ["backup"]
