FROM node:20
WORKDIR /usr/src/app
COPY . .
RUN mkdir -p uploads tmp
# Run as an unprivileged user (added by harden)
RUN chown -R 1000:1000 /usr/src/app/tmp /usr/src/app/uploads
USER 1000:1000
CMD ["node", "server.js"]
