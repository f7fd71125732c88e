FROM registry.example.com/platform/base:7
RUN apt-get update && apt-get install -y curl
COPY server /usr/local/bin/server
CMD ["server"]
