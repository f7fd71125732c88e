FROM debian:12 AS build
RUN apt-get update
RUN apt-get install -y gcc

FROM debian:12
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get upgrade -y && rm -rf /var/lib/apt/lists/*
RUN apt-get update && ./install.sh
RUN apt-get update; for i in a b; do apt-get install -y $i; done
RUN dnf update -y && dnf clean all
RUN echo apt-get update
USER 1000:1000
