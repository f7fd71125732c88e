FROM node:20
WORKDIR /app
COPY . .
RUN mkdir -p /app/logs && chmod 777 /app/logs
# Run as an unprivileged user (added by harden)
USER 1000:1000
CMD ["node", "server.js"]
