FROM prom/prometheus
USER root
COPY prometheus.yml /etc/prometheus/prometheus.yml
# Run as an unprivileged user (added by harden)
RUN mkdir -p /data2 && \
    chown -R 65534:65534 /data2
USER 65534:65534
CMD ["--config.file=/etc/prometheus/prometheus.yml", "--storage.tsdb.path=/data2"]
