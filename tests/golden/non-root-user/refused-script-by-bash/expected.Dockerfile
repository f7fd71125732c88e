FROM debian:12
COPY . /app
CMD ["bash", "/app/go"]
