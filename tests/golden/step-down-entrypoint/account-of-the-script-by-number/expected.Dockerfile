FROM python:3.12-slim
WORKDIR /srv
COPY start.sh main.py ./
CMD ["sh", "/srv/start.sh"]
