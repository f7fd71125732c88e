FROM node:20-alpine
WORKDIR /app
COPY package*.json ./
RUN npm ci --omit=dev
COPY . .
EXPOSE 3000
# Run as an unprivileged user (added by harden)
USER 1000:1000
CMD ["node", "server.js"]
