FROM python:3.12-slim
WORKDIR /app
COPY tasks.py .
# Run as an unprivileged user (added by harden)
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app && \
    mkdir -p /run/celery /var/lib/beat && \
    chown -R 10001:10001 /run/celery /var/lib/beat
USER 10001:10001
CMD ["celery", "-A", "tasks", "beat", "-s", "/var/lib/beat/schedule", "--pidfile=/run/celery/beat.pid"]
