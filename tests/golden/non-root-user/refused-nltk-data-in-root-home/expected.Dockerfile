FROM python:3.12
WORKDIR /app
RUN pip install nltk && python -m nltk.downloader punkt
COPY app.py .
CMD ["python", "app.py"]
