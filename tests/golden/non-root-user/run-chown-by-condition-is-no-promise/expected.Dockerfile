FROM node:20
WORKDIR /app
COPY . .
RUN chown -R www-data /app/export || true
# Run as an unprivileged user (added by harden)
USER 1000:1000
CMD ["node", "server.js"]
