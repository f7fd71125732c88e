FROM python:3.11
RUN pip install supervisor
CMD ["supervisord", "-c", "/etc/supervisord.conf"]
