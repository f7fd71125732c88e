FROM node:20
WORKDIR /root/app
COPY . .
CMD ["node", "server.js"]
