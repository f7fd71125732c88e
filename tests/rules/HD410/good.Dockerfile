ARG BASE_TOKEN
FROM debian:12
USER 1000:1000
# where the secret is, how long, whether there is one: no secrets
ENV DB_PASSWORD_FILE=/run/secrets/db TOKEN_URL=https://example.com/token \
    TOKEN_PATH=/token PASSWORD_MIN_LENGTH=12 SECRET_NAME=app-secret \
    TOKEN_TTL=3600 MYSQL_ALLOW_EMPTY_PASSWORD=yes RANDOM_ROOT_PASSWORD=1 \
    KEYBOARD=german KEY=abcdefghijkl MONKEY=banana1234 COMPASS=north1234 \
    BYPASS=somewhere1 PWD=somewhere1 OLDPWD=elsewhere2
# keys that everybody may have
ENV GPG_KEY=7169605F62C751356D054A26A821E680E5FA6305 \
    PUBLIC_KEY=MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAK8 \
    NEXT_PUBLIC_API_KEY=pk1234567890abcdef SENTRY_SHA256=9f86d081884c7d659a2feaa0
# nothing yet, or a stand-in
ENV DB_PASSWORD= API_KEY="" TOKEN=changeme SECRET=<secret> \
    JWT_SECRET=your-secret-here SECRET_KEY_BASE=dummy API_TOKEN=xxxxxxxx \
    A_PASSWORD=false B_PASSWORD=null C_TOKEN=${UNSET_ELSEWHERE} \
    D_TOKEN=$D_OTHER E_PASSWORD=/run/secrets/e F_SECRET="see the manual" \
    AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE \
    G_TOKEN=ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
# addresses without one, or with a variable
ENV PROXY=http://proxy:3128 URL=https://user@example.com/ \
    DB=postgres://app:${DB_PASSWORD}@db/app MAIL=a:b@c \
    DOC=https://user:password@example.com@later
ARG TOKEN_FILE
ARG VERSION=1.2.3 COMMIT=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b
CMD ["sleep", "1"]
