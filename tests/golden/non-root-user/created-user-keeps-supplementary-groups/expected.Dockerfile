FROM debian:12
RUN useradd --uid 1500 --groups audio,video --create-home player
COPY player /usr/local/bin/
# Run as an unprivileged user (added by harden)
USER 1500
CMD ["player"]
