FROM python:3.12
USER 10001:10001
CMD ["/bin/sh", "-c", ". /venv/bin/activate && exec python app.py"]
