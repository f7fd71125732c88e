ARG REGISTRY_TOKEN=glpat-Zk3vT9qLw2XbN7sYc4Ha
FROM debian:12 AS build
ARG NPM_TOKEN
ARG ONLY_HERE_PASSWORD
ENV SIGNING_KEY=mine-and-only-mine

FROM debian:12
USER 1000:1000
# forms that nothing else has
ENV AWS_ACCESS_KEY_ID=AKIAQ7ZTPXN4WDLM2RKV
ENV DEPLOY='ghp_9aXbT3kQzL7mWcV2nR5yJ8sD1fG4hK6pE0uY'
ENV JWT=eyJhbGciOiJIUzI1NiJ9Xw.eyJzdWIiOiJoYXJkZW4ifQ.dBjftJeZ4CVPmB92K27uhbUJU1p1r_wW1gFWFOEjXk
ENV TLS="-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEAzX3v9bT1kQm7WcV2nR5yJ8sD1fG4hK6pE0uYxyz0Lm\n"
# names, with what a program made up
ENV AWS_SECRET_ACCESS_KEY="wJ4lrXUtn9EMI1K7MDENGbPxR2fiCYzz8KEYq0Lp"
ENV A=1 \
    # in the middle
    sessionSecret=9f86d081884c7d659a2feaa0c55ad015 \
    B=2
# names, with what somebody chose
ENV DB_PASSWORD sunshine7
ENV MYSQLPASSWORD=gordonpassword
ARG SECRET_KEY_BASE=kept
# defaults that everybody tries
ENV OV_PASSWORD=admin
# addresses
ENV DATABASE_URL=postgres://app:sunshine7@db:5432/app
LABEL com.example.source="https://ci:glcbt-77aQzL9mWcV2nR5@git.example.com/app"
# build arguments
ARG NPM_TOKEN
ARG GITHUB_TOKEN
ENV GITHUB_TOKEN=${GITHUB_TOKEN}
CMD ["sleep", "1"]
