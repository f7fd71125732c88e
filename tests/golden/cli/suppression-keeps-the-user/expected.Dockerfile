FROM node:20-slim
COPY . /app
# harden: ignore=HD101 binds a raw socket
USER root
CMD ["node", "/app/server.js"]
