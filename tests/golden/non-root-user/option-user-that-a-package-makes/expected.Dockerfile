FROM debian:12
# The package's account, with a number that is known (added by harden)
RUN groupadd --system --gid 901 ssl-cert && \
    groupadd --system --gid 900 postgres && \
    useradd --system --no-log-init --uid 900 --gid 900 --no-create-home --home-dir /var/lib/postgresql --shell /bin/bash --groups ssl-cert postgres
RUN apt-get update && apt-get install -y postgresql
COPY start.py /start.py
# Run as an unprivileged user (added by harden)
USER 900
CMD ["python3", "/start.py"]
