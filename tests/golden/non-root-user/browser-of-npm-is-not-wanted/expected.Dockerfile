FROM node:20
WORKDIR /bot
ENV PUPPETEER_SKIP_DOWNLOAD=true PUPPETEER_EXECUTABLE_PATH=/usr/bin/chromium
COPY package.json ./
RUN npm install --omit=dev
COPY bot.js .
# Run as an unprivileged user (added by harden)
USER 1000:1000
CMD ["node", "bot.js"]
