FROM debian:12
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
RUN apt-get update \
    && DEBIAN_FRONTEND=noninteractive apt-get -y -qq install \
        git \
    && sudo apt install jq
RUN apt-get install --install-suggests=no $PACKAGES
RUN ["apt-get", "install", "-y", "less"]
USER 1000:1000
