FROM python:3.12
USER 10001:10001
CMD ["/bin/sh", "-c", "cd /app && python manage.py migrate && exec gunicorn app.wsgi"]
