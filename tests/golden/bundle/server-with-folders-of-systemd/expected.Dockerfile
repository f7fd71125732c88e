FROM debian:12
# The package's account, with a number that is known (added by harden)
RUN groupadd --system --gid 900 icecast \
    && useradd --system --no-log-init --uid 900 --gid 900 --no-create-home --home-dir /usr/share/icecast2 --shell /usr/sbin/nologin icecast2
RUN apt-get update && apt-get install -y icecast2 \
    && rm -rf /var/lib/apt/lists/*
EXPOSE 8000
# Run as an unprivileged user (added by harden)
USER 900:900
CMD ["icecast2", "-c", "/etc/icecast2/icecast.xml"]
