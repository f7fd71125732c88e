FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends curl
RUN apt-get update \
    && apt-get install -y --no-install-recommends \
        # what the program calls
        git \
        jq
RUN set -eux; \
	apt-get update; \
	apt-get install -y --no-install-recommends tini
RUN <<EOF2
apt-get update
apt-get install -y --no-install-recommends less # to read
EOF2
RUN --mount=type=cache,target=/var/cache/apt sudo apt update && sudo apt install -y vim
RUN apt-get update && apt-get install -y nano && \
    pip3 install --upgrade pip
# Cleans up too early, and another's.
RUN rm -rf /var/lib/apt/lists/* && apt-get update && apt-get install -y tar && rm -rf /tmp/*
RUN apk update && apk add --virtual .run curl && apk add --no-cache jq
RUN apk --update add git
RUN python3 -m pip install -r requirements.txt
RUN yum -y install make && \
    yum -y update
RUN microdnf install -y tar; zypper --non-interactive install tar
RUN bash -c "apt-get update && apt-get install -y ed"
RUN if true; then yum install -y less; fi
RUN apt-get update && apt-get install -y a || exit 1
RUN apt-get update && exec apt-get install -y b
RUN apt-get update && ./install.sh
RUN ./scripts/more.sh
RUN npm ci --omit=dev
RUN apt-get update && npm install -g pm2 && apt-get purge -y npm && rm -rf /var/lib/apt/lists/*
RUN if [ -f package-lock.json ]; then npm ci; fi
RUN yarn install --frozen-lockfile
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci && rm -f .npmrc
RUN yarn install --production && rm yarn.lock
USER 1000:1000
