FROM node:20
WORKDIR /app
COPY . .
EXPOSE 443/tcp 8443
# Run as an unprivileged user (added by harden)
USER 1000:1000
CMD ["node", "server.js"]
