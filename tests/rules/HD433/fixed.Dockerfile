FROM debian:12 AS build
RUN make test | tee /log
RUN curl https://example.com/list | sort > /list

FROM fedora:41 AS tools
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN dnf -y install git | tail -n 1

FROM alpine:3.20
USER 1000:1000
RUN apk add --no-cache wget
SHELL ["/bin/ash", "-o", "pipefail", "-c"]
# the list of hosts
RUN cd /tmp && \
    wget -qO- https://example.com/list | cut -d: -f1 | sort > /tmp/list
RUN make | head; set -o pipefail; make | tail
SHELL ["/bin/ash", "-eo", "pipefail", "-c"]
RUN make | head
SHELL ["/bin/sh", "-c"]
RUN npm ci 2>&1 | tee log
CMD ["sleep", "1"]
