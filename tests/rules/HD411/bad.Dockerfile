FROM debian:12 AS build
COPY id_rsa /root/.ssh/id_rsa
COPY .netrc /root/

FROM debian:12
USER 1000:1000
ARG STAGE=production
COPY id_ed25519 /root/.ssh/
COPY --chmod=600 deploy/.ssh/ /home/app/.ssh/
ADD certs/server.key certs/server.crt /etc/ssl/
COPY ["certs/client-key.pem", "/etc/ssl/"]
COPY store.p12 /
COPY .netrc .git-credentials /home/app/
COPY home/.aws/credentials /home/app/.aws/
COPY .docker/config.json /home/app/.docker/
COPY .env.${STAGE} .env.local /app/
# the context tells: a token, a key by another name, one behind a pattern
COPY .npmrc /app/
COPY odd-name.txt /app/
COPY conf/*.conf /app/
COPY --from=build /root/.ssh/id_rsa /app/
CMD ["sleep", "1"]
