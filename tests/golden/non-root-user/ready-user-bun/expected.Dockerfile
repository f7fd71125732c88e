FROM oven/bun:1
WORKDIR /app
COPY . .
RUN bun install --production
# Run as an unprivileged user (added by harden)
USER 1000:1000
CMD ["bun", "run", "start"]
