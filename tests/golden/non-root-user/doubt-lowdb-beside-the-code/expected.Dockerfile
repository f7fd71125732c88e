FROM node:18-alpine
WORKDIR /centre
COPY package.json ./
RUN npm install --omit=dev
COPY src ./src
EXPOSE 8088
# Run as an unprivileged user (added by harden)
USER 1000:1000
CMD ["node", "src/start.js"]
