FROM python:3.12
WORKDIR /app
ENV POETRY_VIRTUALENVS_CREATE=false
COPY . .
RUN pip install poetry && poetry install --only main
# Run as an unprivileged user (added by harden)
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /home/app --shell /usr/sbin/nologin app && \
    mkdir -p /home/app && \
    chown -R 10001:10001 /home/app
USER 10001:10001
CMD ["poetry", "run", "python", "app.py"]
