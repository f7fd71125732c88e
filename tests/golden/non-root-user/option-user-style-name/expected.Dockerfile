FROM node:20
WORKDIR /app
COPY . .
# Run as an unprivileged user (added by harden)
USER node
CMD ["node", "index.js"]
