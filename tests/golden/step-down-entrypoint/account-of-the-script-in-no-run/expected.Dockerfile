FROM python:3.11-slim
WORKDIR /app
RUN pip install --no-cache-dir uvicorn fastapi
COPY app ./app
COPY start.secure.sh /app/start.sh
RUN chmod +x start.sh
EXPOSE 8080
# The start script starts the program without root (added by harden)
RUN apt-get update && \
    apt-get install -y --no-install-recommends gosu && \
    rm -rf /var/lib/apt/lists/* && \
    gosu nobody true
CMD ["bash", "start.sh"]
