FROM registry.example.com/base
RUN apt-get update && apt-get install -y bind9
# Run as an unprivileged user (added by harden)
RUN mkdir -p /run/named && \
    chown -R bind: /run/named
USER bind
ENTRYPOINT ["named", "-g", "-u", "bind"]
