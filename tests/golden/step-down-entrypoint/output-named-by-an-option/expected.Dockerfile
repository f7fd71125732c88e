FROM debian:12
RUN apt-get update && apt-get install -y gunicorn
WORKDIR /app
COPY . .
VOLUME /data
ENTRYPOINT ["/app/start.sh"]
CMD ["gunicorn", "--access-logfile", "/dev/stdout", "app:app"]
