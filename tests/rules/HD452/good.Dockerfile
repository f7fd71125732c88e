FROM node:22 AS build
COPY . /src

FROM node:22
COPY good.Dockerfile /app/
COPY --from=build . /app
COPY --exclude=**/.env . /app
COPY <<. /app/note
x
.
USER 1000:1000
CMD ["node", "server.js"]
