FROM node:22 AS base
COPY ./ /src

FROM base
COPY --chown=1000:1000 good.Dockerfile . /app/
ADD --exclude=.env . /app
COPY --exclude=*.md . /app
USER 1000:1000
CMD ["node", "server.js"]
