FROM debian:12
COPY --from=ghcr.io/astral-sh/uv:0.5 /uv /bin/uv
WORKDIR /app
COPY . .
# Below /root only root could use it (added by harden)
ENV UV_PYTHON_INSTALL_DIR=/opt/uv/python
RUN uv sync --frozen
# Run as an unprivileged user (added by harden)
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app
USER 10001:10001
CMD [".venv/bin/python", "app.py"]
