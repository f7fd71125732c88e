FROM node:20
WORKDIR /app
COPY . .
RUN chmod 600 /app/key.pem
# Run as an unprivileged user (added by harden)
RUN chown -R 1000:1000 /app/key.pem
USER 1000:1000
CMD ["node", "server.js"]
