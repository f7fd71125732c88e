FROM python:3.11
COPY requirements.txt .
RUN pip install --user -r requirements.txt
COPY . /app
CMD ["python", "/app/main.py"]
