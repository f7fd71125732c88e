FROM node:20
USER node
RUN mkdir -p /home/node/data
USER root
RUN apt-get update
# Run as an unprivileged user (added by harden)
USER 1000:1000
CMD ["node", "server.js"]
