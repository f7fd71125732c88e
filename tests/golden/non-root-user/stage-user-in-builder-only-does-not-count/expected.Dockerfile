FROM node:20 AS build
USER node
WORKDIR /home/node
COPY --chown=node . .
RUN npm run build

FROM nginx:1.27
COPY --from=build /home/node/dist /usr/share/nginx/html
# Run as an unprivileged user (added by harden)
RUN mkdir -p /var/cache/nginx /var/run && \
    chown -R 101:101 /var/cache/nginx /var/run/
USER 101:101
