FROM python:3.12-slim
RUN pip install nltk && python -c "import nltk; nltk.download('punkt', download_dir='/usr/share/nltk_data')"
COPY main.py /app/
# Run as an unprivileged user (added by harden)
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app
USER 10001:10001
CMD ["python", "/app/main.py"]
