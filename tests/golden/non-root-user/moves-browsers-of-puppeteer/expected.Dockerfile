FROM node:20
WORKDIR /bot
COPY . .
# Below /root only root could use it (added by harden)
ENV PUPPETEER_CACHE_DIR=/opt/puppeteer
RUN npm ci && npx --yes puppeteer@22 browsers install chrome
# Run as an unprivileged user (added by harden)
USER 1000:1000
CMD ["node", "bot.js"]
