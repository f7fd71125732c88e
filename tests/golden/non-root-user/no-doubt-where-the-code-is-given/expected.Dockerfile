FROM python:3.12-slim
WORKDIR /app
COPY . .
RUN adduser --system --group web && chown -R web:web /app
# Run as an unprivileged user (added by harden)
USER web
CMD ["celery", "-A", "p", "beat"]
