FROM node:22
WORKDIR /app
COPY --chown=node:node . .
# The program again, by root.
COPY server.js ./
COPY --chown=node data /app/data
RUN chown -R node:node /app/cache && chown root /app
USER node
CMD ["node", "server.js"]
