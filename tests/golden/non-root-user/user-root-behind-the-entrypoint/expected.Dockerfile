FROM node:20
COPY . /app
ENTRYPOINT ["node", "/app/server.js"]
USER 1000:1000
