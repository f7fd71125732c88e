FROM node:20 AS base
VOLUME /cache

FROM base
WORKDIR /srv
COPY . .
# What the program writes (added by harden)
RUN mkdir -p /cache /data && \
    chown -R 1000:1000 /cache /data
VOLUME /data
# Run as an unprivileged user (added by harden)
USER 1000:1000
CMD ["node", "server.js"]
