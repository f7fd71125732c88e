FROM node:20
WORKDIR /app
COPY . .
RUN chown -R node:node /app
# Run as an unprivileged user (added by harden)
USER 1000:1000
CMD ["node", "server.js"]
