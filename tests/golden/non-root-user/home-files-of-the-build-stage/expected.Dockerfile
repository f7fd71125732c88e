FROM node:20 AS build
RUN npx playwright install chromium
RUN npm test
FROM node:20
WORKDIR /bot
COPY bot.js .
# Run as an unprivileged user (added by harden)
USER 1000:1000
CMD ["node", "bot.js"]
