# syntax=docker/dockerfile:1
FROM node:20-slim
WORKDIR /app
# dependencies first
COPY package*.json ./
RUN npm ci \
    --omit=dev
RUN <<EOF
echo built > /app/stamp
EOF
COPY . .
# Run as an unprivileged user (added by harden)
USER 1000:1000
CMD ["node", "server.js"]
