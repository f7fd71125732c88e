FROM python:3.12
USER 10001:10001
CMD ["/bin/sh", "-c", "exec gunicorn --bind \"0.0.0.0:$PORT\" app:app"]
