FROM node:20
WORKDIR /app
COPY . .
# Run as an unprivileged user (added by harden)
USER 1000:1000
ENTRYPOINT ["node", "server.js"]
