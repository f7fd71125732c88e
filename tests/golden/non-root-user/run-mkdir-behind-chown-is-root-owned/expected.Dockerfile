FROM node:20
WORKDIR /app
COPY . .
RUN chown -R node /app && mkdir /app/cache
# Run as an unprivileged user (added by harden)
RUN chown -R 1000:1000 /app/cache
USER 1000:1000
CMD ["node", "server.js"]
