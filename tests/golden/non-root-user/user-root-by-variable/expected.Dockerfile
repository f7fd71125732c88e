FROM node:20
ARG RUN_AS=root
COPY . /app
USER 1000:1000
CMD ["node", "/app/server.js"]
