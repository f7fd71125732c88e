FROM debian:12-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates \
 && rm -rf /var/lib/apt/lists/*
RUN useradd --system --create-home exporter
COPY exporter /usr/local/bin/exporter
EXPOSE 9100
# Run as an unprivileged user (added by harden)
USER exporter
ENTRYPOINT ["/usr/local/bin/exporter"]
