FROM debian:12
RUN apt-get update
RUN sed -i s/http:/https:/ /etc/apt/sources.list && apt-get update -y && apt-get clean
RUN apk update
RUN apt-get update && apt-get -y dist-upgrade && rm -rf /var/lib/apt/lists/*
RUN zypper --non-interactive dup
USER 1000:1000
