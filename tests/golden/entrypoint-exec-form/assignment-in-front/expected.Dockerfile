FROM node:20
USER node
CMD ["/bin/sh", "-c", "NODE_ENV=production exec node server.js"]
