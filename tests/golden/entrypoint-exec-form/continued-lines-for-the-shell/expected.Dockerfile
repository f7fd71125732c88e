FROM python:3.12
USER 10001:10001
CMD ["/bin/sh", "-c", "cd /app && \
    # the schema first
\tpython manage.py migrate \"$DB\" && \

    exec gunicorn \
      --bind \":$PORT\" \
      --log 'a\\b'"]
# behind it
