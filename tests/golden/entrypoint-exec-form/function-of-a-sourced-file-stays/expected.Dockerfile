FROM node:20
USER node
CMD . /opt/nvm.sh && nvm run server.js
