FROM python:3.12
COPY --from=ghcr.io/astral-sh/uv:0.5.4 /uv /bin/
RUN uv tool install httpie
COPY app.py /app/
CMD ["python", "/app/app.py"]
