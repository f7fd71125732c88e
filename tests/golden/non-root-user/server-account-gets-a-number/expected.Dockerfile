FROM debian:12
# The package's account, with a number that is known (added by harden)
RUN groupadd --system --gid 900 tinyproxy && \
    useradd --system --no-log-init --uid 900 --gid 900 --no-create-home --home-dir /run/tinyproxy --shell /usr/sbin/nologin tinyproxy
RUN apt-get update && apt-get install -y tinyproxy
EXPOSE 8888
# Run as an unprivileged user (added by harden)
RUN mkdir -p /run/tinyproxy && \
    chown -R 900:900 /run/tinyproxy
USER 900:900
CMD ["tinyproxy", "-d"]
