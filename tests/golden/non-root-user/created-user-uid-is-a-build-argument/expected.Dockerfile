FROM debian:12
ARG UID=1000
RUN useradd -m -u $UID dev
COPY server /usr/local/bin/
# Run as an unprivileged user (added by harden)
USER dev
CMD ["server"]
