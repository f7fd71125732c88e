FROM node:20
WORKDIR /app
COPY . .
RUN npm ci && npx prisma generate
ENV DATABASE_URL=file:./dev.db
# Run as an unprivileged user (added by harden)
USER 1000:1000
CMD ["node", "server.js"]
