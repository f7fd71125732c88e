FROM node:20
WORKDIR /app
COPY . .
RUN mkdir data && chown -R node:node /app
VOLUME /app/data
# Run as an unprivileged user (added by harden)
USER 1000:1000
CMD ["node", "server.js"]
