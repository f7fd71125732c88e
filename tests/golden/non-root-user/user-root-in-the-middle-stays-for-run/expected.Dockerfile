FROM node:20
USER node
WORKDIR /home/node/app
COPY --chown=node:node . .
USER root
RUN apt-get update && apt-get install -y tini
# Run as an unprivileged user (added by harden)
USER 1000:1000
ENTRYPOINT ["tini", "--", "node", "server.js"]
