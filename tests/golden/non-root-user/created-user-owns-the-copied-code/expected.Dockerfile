FROM debian:12
RUN useradd -u 1101 deploy && useradd -u 1102 service
COPY --chown=service:service . /srv
# Run as an unprivileged user (added by harden)
USER 1102:1102
CMD ["/srv/server"]
