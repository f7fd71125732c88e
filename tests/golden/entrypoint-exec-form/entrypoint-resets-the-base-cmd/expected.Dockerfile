FROM python:3.12
USER 10001:10001
ENTRYPOINT ["python", "app.py"]
