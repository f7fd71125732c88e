FROM node:20
WORKDIR /app
COPY . .
RUN mkdir data && chown -R www-data:www-data data
# Run as an unprivileged user (added by harden)
RUN chown -R 1000:1000 /app/data
USER 1000:1000
CMD ["node", "server.js"]
