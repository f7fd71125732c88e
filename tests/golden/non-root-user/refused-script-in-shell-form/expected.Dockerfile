FROM debian:12
WORKDIR /app
COPY . .
CMD ["/bin/sh", "-c", "exec ./run.sh"]
