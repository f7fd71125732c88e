FROM debian:12-slim
ENV VIRTUAL_ENV=/root/venv
ENV PATH="$VIRTUAL_ENV/bin:$PATH"
RUN apt-get update && apt-get install -y python3-venv && python3 -m venv "$VIRTUAL_ENV"
COPY main.py /app/
CMD ["python", "/app/main.py"]
