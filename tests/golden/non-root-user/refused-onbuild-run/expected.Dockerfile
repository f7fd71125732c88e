FROM node:20
WORKDIR /app
ONBUILD COPY . /app
ONBUILD RUN npm install
CMD ["node", "server.js"]
