FROM redis:7
COPY job /usr/local/bin/
# Run as an unprivileged user (added by harden)
USER 999:999
CMD ["job"]
