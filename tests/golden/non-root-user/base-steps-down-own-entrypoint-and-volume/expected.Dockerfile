FROM redis:7
# What the program writes (added by harden)
RUN mkdir -p /jobs && \
    chown -R 999:999 /jobs
VOLUME /jobs
COPY job /usr/local/bin/
# Run as an unprivileged user (added by harden)
USER 999:999
ENTRYPOINT ["job"]
