FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends nginx openssh-server && rm -rf /var/lib/apt/lists/*
COPY start.sh /
CMD ["/start.sh"]
