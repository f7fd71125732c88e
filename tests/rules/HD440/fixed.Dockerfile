FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
RUN apt-get update \
    && apt-get install -y --no-install-recommends \
        # what the program calls
        git \
        jq \
    && rm -rf /var/lib/apt/lists/*
RUN set -eux; \
	apt-get update; \
	apt-get install -y --no-install-recommends tini; \
	rm -rf /var/lib/apt/lists/*
RUN <<EOF2
apt-get update
apt-get install -y --no-install-recommends less && rm -rf /var/lib/apt/lists/* # to read
EOF2
RUN --mount=type=cache,target=/var/cache/apt sudo apt update && sudo apt install -y vim && sudo rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install -y nano && \
    pip3 install --no-cache-dir --upgrade pip && \
    rm -rf /var/lib/apt/lists/*
# Cleans up too early, and another's.
RUN rm -rf /var/lib/apt/lists/* && apt-get update && apt-get install -y tar && rm -rf /tmp/* && rm -rf /var/lib/apt/lists/*
RUN apk add --no-cache --virtual .run curl && apk add --no-cache jq
RUN apk --update add --no-cache git
RUN python3 -m pip install --no-cache-dir -r requirements.txt
RUN yum -y install make && \
    yum -y update && \
    yum clean all
RUN microdnf install -y tar; zypper --non-interactive install tar && microdnf clean all && zypper clean --all
RUN bash -c "apt-get update && apt-get install -y ed"
RUN if true; then yum install -y less; fi
RUN apt-get update && apt-get install -y a || exit 1
RUN apt-get update && exec apt-get install -y b
RUN apt-get update && ./install.sh && rm -rf /var/lib/apt/lists/*
RUN ./scripts/more.sh
RUN npm ci --omit=dev && npm cache clean --force
RUN apt-get update && npm install -g pm2 && apt-get purge -y npm && rm -rf /var/lib/apt/lists/*
RUN if [ -f package-lock.json ]; then npm ci; fi
RUN yarn install --frozen-lockfile
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci && rm -f .npmrc && npm cache clean --force
RUN yarn install --production && rm yarn.lock
USER 1000:1000
