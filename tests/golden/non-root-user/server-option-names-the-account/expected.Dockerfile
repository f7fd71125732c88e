FROM debian:12
RUN apt-get update && apt-get install -y gunicorn
WORKDIR /srv
# Run as an unprivileged user (added by harden)
USER 33:33
CMD ["gunicorn", "--user", "www-data", "-b", "0.0.0.0:8000", "app:app"]
