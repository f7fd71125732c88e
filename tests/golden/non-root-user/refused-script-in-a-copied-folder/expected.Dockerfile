FROM debian:12
COPY scripts /opt/scripts
ENTRYPOINT ["dumb-init", "--", "/opt/scripts/serve"]
