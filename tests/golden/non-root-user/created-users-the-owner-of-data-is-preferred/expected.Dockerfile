FROM debian:12
RUN useradd -u 1101 deploy && useradd -u 1102 service
RUN mkdir -p /srv/data && chown -R service:service /srv/data
COPY server /usr/local/bin/
# Run as an unprivileged user (added by harden)
USER 1102:1102
CMD ["server"]
