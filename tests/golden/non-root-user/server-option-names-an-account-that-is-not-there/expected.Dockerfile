FROM debian:12
RUN apt-get update && apt-get install -y gunicorn
WORKDIR /srv
CMD ["gunicorn", "--user=deploy", "-b", "0.0.0.0:8000", "app:app"]
