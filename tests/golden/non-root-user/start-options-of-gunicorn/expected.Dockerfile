FROM python:3.12-slim
WORKDIR /app
COPY app.py .
ENV GUNICORN_CMD_ARGS="--pid /run/web/web.pid --access-logfile - --error-logfile /var/log/web/error.log"
# Run as an unprivileged user (added by harden)
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app && \
    mkdir -p /run/web /var/log/web && \
    chown -R 10001:10001 /run/web /var/log/web
USER 10001:10001
CMD ["gunicorn", "--worker-tmp-dir", "/dev/shm", "app:app"]
