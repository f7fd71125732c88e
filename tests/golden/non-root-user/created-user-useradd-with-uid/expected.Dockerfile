FROM ubuntu:22.04
RUN groupadd -g 2000 web && useradd -u 2000 -g web -s /usr/sbin/nologin web
COPY server /opt/server
# Run as an unprivileged user (added by harden)
USER 2000:2000
CMD ["/opt/server", "--port", "8080"]
