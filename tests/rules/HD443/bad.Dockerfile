FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends \
        build-essential gcc-12=12.2.0-14 libpq-dev:amd64 libxml2-dev make \
        curl && \
    rm -rf /var/lib/apt/lists/*
RUN apt-get install -y openssh-server strace
RUN apk add --no-cache --virtual .build-deps musl-dev && apk del .other
RUN yum groupinstall -y "Development Tools" && yum install -y '@development'
RUN dnf install -y gcc-c++ && dnf remove -y gcc
USER 1000:1000
