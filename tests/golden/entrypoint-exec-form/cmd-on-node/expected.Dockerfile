FROM node:20-alpine
USER node
CMD ["npm", "start"]
