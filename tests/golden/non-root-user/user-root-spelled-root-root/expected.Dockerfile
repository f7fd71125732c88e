FROM node:20
COPY . /app
USER 1000:1000
CMD ["node", "/app/server.js"]
