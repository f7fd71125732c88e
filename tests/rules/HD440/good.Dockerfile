FROM debian:12 AS build
RUN apt-get update && apt-get install -y gcc

FROM debian:12
ENV PIP_NO_CACHE_DIR=1
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install -y jq && rm -fr /var/lib/apt/lists
RUN apt-get update && apt-get install -y jq && rm -rf /var/lib/{apt,dpkg,cache,log}/
RUN apt-get update && apt-get install -y jq && find /var/lib/apt/lists -type f -delete
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt,sharing=locked \
    apt-get update && apt-get install -y git
# The lists are not of this layer.
RUN apt-get install -y less
RUN apt-get update && apt-get install -y ed && apt-get distclean
RUN apt-get update && apt-get install -y ed && docker-image-cleanup
RUN apk add --no-cache curl && apk --no-cache add jq
RUN apk add curl && rm -rf /var/cache/apk/*
RUN --mount=type=cache,target=/var/cache/apk apk add git
RUN yum install -y make && yum clean all && rm -rf /var/cache/yum
RUN dnf -y --installroot=/mnt install bash
RUN zypper -n in tar && zypper cc -a
RUN pip install requests
RUN apk del curl && apt-get purge -y curl
RUN echo apt-get update
RUN npm ci && npm cache clean --force
RUN npm install && rm -rf /root/.npm
RUN --mount=type=cache,target=/root/.npm npm ci
RUN --mount=type=cache,target=/home/node/.npm,uid=1000 npm ci
RUN npm ci --cache /tmp/c && npm run build && npm test
RUN npm_config_cache=/tmp/npm npm ci
RUN yarn install && yarn cache clean
RUN yarn install --immutable
RUN yarn --cache-folder /tmp/y && yarn build
RUN --mount=type=cache,target=/usr/local/share/.cache/yarn yarn install
USER 1000:1000
