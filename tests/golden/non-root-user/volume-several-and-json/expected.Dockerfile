FROM node:20
WORKDIR /srv
COPY . .
# What the program writes (added by harden)
RUN mkdir -p /cache /srv/uploads /state '/var/lib/app data' && \
    chown -R 1000:1000 /cache /srv/uploads /state '/var/lib/app data'
VOLUME ["/srv/uploads", "/var/lib/app data"]
VOLUME /cache /state
# Run as an unprivileged user (added by harden)
USER 1000:1000
CMD ["node", "server.js"]
