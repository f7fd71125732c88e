FROM node:20
WORKDIR /app
COPY . .
# Run as an unprivileged user (added by harden)
USER 33:33
CMD ["node", "index.js"]
