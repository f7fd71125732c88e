# syntax=docker/dockerfile:1.1-experimental
FROM node:20
RUN --mount=type=ssh npm ci
RUN --security=insecure --network=host true
USER node
CMD ["node", "x.js"]
