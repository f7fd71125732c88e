FROM debian:12 AS build
COPY .netrc .npmrc .env /root/

FROM debian:12
USER 1000:1000
COPY id_rsa.pub authorized_keys /home/app/.ssh/
COPY .env.example .env.sample .env.test env .envrc.md /app/
COPY ca.pem cert.pem fullchain.pem rds-combined-ca-bundle.pem /etc/ssl/
COPY docker.key nodesource-key.gpg apt-private.key release-signing-key.pem /tmp/
COPY translations.key config.json credentials.go monkey.pem.md /app/
# the context tells: no token, a certificate, nothing filled in
COPY public/.npmrc /app/
COPY public/private-ca.pem /etc/ssl/
COPY public/.env /app/
COPY public/*.pem /etc/ssl/
COPY <<.env /app/settings
PORT=8080
.env
ADD https://example.com/id_rsa /tmp/
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci
CMD ["sleep", "1"]
