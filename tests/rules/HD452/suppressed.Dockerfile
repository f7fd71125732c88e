FROM node:22
# harden: ignore=HD452 the folder is made for the image
COPY . /app
USER 1000:1000
CMD ["node", "server.js"]
