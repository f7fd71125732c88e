FROM node:20
COPY . /app
# Run as an unprivileged user (added by harden)
USER 1000:1000
# start
CMD ["node", "/app/server.js"]
