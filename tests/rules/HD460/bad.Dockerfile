FROM node:22
WORKDIR /app
COPY package.json ./
COPY --chown=node:node . .
USER node
ENTRYPOINT ["tini", "--", "node"]
CMD ["--enable-source-maps", "server.js"]
