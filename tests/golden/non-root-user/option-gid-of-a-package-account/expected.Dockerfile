FROM debian:12
# The package's account, with a number that is known (added by harden)
RUN useradd --system --no-log-init --uid 900 --gid 33 --no-create-home --home-dir /var/lib/mpd --shell /usr/sbin/nologin mpd
RUN apt-get update && apt-get install -y mpd
# Run as an unprivileged user (added by harden)
RUN mkdir -p /run/mpd && \
    chown -R 900:33 /run/mpd
USER 900:33
CMD ["mpd", "--no-daemon"]
