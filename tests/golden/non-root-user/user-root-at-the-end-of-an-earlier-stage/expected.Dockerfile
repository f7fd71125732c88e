FROM node:20 AS base
USER root

FROM base
COPY . /app
# Run as an unprivileged user (added by harden)
USER 1000:1000
CMD ["node", "/app/server.js"]
