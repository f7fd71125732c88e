FROM node:20 AS prod
WORKDIR /app
COPY . .
# Run as an unprivileged user (added by harden)
USER 1000:1000
CMD ["node", "server.js"]

FROM prod AS tools

FROM tools AS test

# This stage goes on as root (added by harden)
USER root

RUN npm install --global jest
CMD ["jest"]

FROM prod AS debug
USER node
RUN npm install
