FROM node:20
WORKDIR /bot
COPY package.json ./
# Below /root only root could use it (added by harden)
ENV PUPPETEER_CACHE_DIR=/opt/puppeteer
RUN npm install --omit=dev
COPY bot.js .
# Run as an unprivileged user (added by harden)
USER 1000:1000
CMD ["node", "bot.js"]
