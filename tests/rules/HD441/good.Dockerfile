FROM debian:12 AS build
RUN apt-get update && apt-get install -y gcc

FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends curl
RUN apt-get --no-install-recommends -y install curl
RUN apt-get -o APT::Install-Recommends=false install -y curl
RUN apt-get install -y -oAPT::Install-Recommends=0 curl
RUN apt-get install -y $APT_OPTIONS curl
RUN apt-get install -f && apt-get upgrade -y && apt-get remove -y curl
RUN echo 'APT::Install-Recommends "false";' > /etc/apt/apt.conf.d/00-less
RUN apt-get install -y git
USER 1000:1000
