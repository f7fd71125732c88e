FROM debian:12
RUN apt-get update && apt-get install --no-install-recommends -y curl && rm -rf /var/lib/apt/lists/*
RUN apt-get update \
    && DEBIAN_FRONTEND=noninteractive apt-get -y -qq install --no-install-recommends \
        git \
    && sudo apt install --no-install-recommends jq
RUN apt-get install --no-install-recommends --install-suggests=no $PACKAGES
RUN ["apt-get", "install", "-y", "less"]
USER 1000:1000
