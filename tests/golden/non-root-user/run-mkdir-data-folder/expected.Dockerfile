FROM python:3.12-slim
WORKDIR /app
COPY . .
RUN mkdir -p /app/uploads /app/static
# Run as an unprivileged user (added by harden)
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app && \
    chown -R 10001:10001 /app/uploads
USER 10001:10001
CMD ["uvicorn", "main:app"]
