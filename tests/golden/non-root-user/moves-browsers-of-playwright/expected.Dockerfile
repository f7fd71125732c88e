FROM node:20-bookworm
WORKDIR /bot
COPY package*.json ./
RUN npm ci
# Below /root only root could use it (added by harden)
ENV PLAYWRIGHT_BROWSERS_PATH=/opt/ms-playwright
RUN npx playwright install --with-deps chromium
COPY . .
EXPOSE 3000
# Run as an unprivileged user (added by harden)
USER 1000:1000
CMD ["node", "server.js"]
