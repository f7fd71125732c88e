FROM python:3.12-slim AS base
RUN useradd -u 1400 web
USER web

FROM base
USER root
RUN apt-get update && apt-get install -y libpq5
COPY . /app
# Run as an unprivileged user (added by harden)
USER 1400:1400
CMD ["python", "/app/main.py"]
