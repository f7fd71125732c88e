FROM debian:12
COPY bin/serve /usr/local/bin/serve
ENTRYPOINT ["serve"]
