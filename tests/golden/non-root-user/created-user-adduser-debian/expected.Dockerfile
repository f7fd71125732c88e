FROM python:3.11-slim
RUN adduser --disabled-password --gecos "" --uid 5678 appuser
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY . .
# Run as an unprivileged user (added by harden)
USER 5678:5678
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "wsgi:app"]
