# syntax=docker/dockerfile:1
# escape=\

#  Build   stage  
from golang:1.22 as build
workdir /src
copy . .
run CGO_ENABLED=0   go build \
      # with symbols
      -o /server   \

      ./cmd/server

from debian:12-slim
copy --from=build --link /server /server
expose 8080
# Run as an unprivileged user (added by harden)
run groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app
user 10001:10001
entrypoint [ "/server" ]
