FROM debian:12-slim
COPY --from=ghcr.io/astral-sh/uv:0.5.4 /uv /bin/uv
# Below /root only root could use it (added by harden)
ENV UV_PYTHON_INSTALL_DIR=/opt/uv/python
RUN uv python install 3.12
WORKDIR /app
COPY pyproject.toml uv.lock ./
RUN uv sync --frozen --no-install-project
COPY main.py .
ENV PATH="/app/.venv/bin:$PATH"
EXPOSE 8000
# Run as an unprivileged user (added by harden)
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app
USER 10001:10001
CMD ["python", "main.py"]
