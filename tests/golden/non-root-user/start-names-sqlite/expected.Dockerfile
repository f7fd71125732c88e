FROM python:3.12-slim
WORKDIR /app
COPY app.py .
ENV DATABASE_URL=sqlite:////var/lib/shop/shop.db
# Run as an unprivileged user (added by harden)
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app && \
    mkdir -p /var/lib/shop && \
    chown -R 10001:10001 /var/lib/shop
USER 10001:10001
CMD ["python", "app.py"]
