FROM node:20
WORKDIR /app
COPY . .
RUN chown -R node:node /app
# What the program writes (added by harden)
RUN mkdir -p /app/data && \
    chown -R 1000:1000 /app/data
VOLUME /app/data
# Run as an unprivileged user (added by harden)
USER 1000:1000
CMD ["node", "server.js"]
