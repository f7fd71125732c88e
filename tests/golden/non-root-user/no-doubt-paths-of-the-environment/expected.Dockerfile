FROM node:20
WORKDIR /app
COPY . .
RUN mkdir -p /app/uploads
# Run as an unprivileged user (added by harden)
RUN chown -R 1000:1000 /app/uploads
USER 1000:1000
CMD ["node", "server.js"]
