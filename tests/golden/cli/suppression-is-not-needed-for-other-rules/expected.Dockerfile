# harden: ignore-file=HD104 the group is fine
FROM node:20-slim
WORKDIR /app
COPY . .
RUN npm ci --omit=dev
# Run as an unprivileged user (added by harden)
USER 1000:1000
CMD ["node", "server.js"]
