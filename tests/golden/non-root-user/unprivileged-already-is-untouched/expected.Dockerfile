FROM node:20
COPY   . /app
User    node
CMD ["node", "/app/server.js"]
