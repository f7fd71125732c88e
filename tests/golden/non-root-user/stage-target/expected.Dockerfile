FROM python:3.12-slim AS prod
WORKDIR /app
COPY . .
# Run as an unprivileged user (added by harden)
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app
USER 10001:10001
CMD ["python", "main.py"]

FROM prod AS test
# This stage goes on as root (added by harden)
USER root
RUN pip install pytest
CMD ["pytest"]
