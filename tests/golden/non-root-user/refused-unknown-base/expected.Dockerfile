FROM registry.example.com/platform/base:7
COPY server /usr/local/bin/server
ENTRYPOINT ["server"]
