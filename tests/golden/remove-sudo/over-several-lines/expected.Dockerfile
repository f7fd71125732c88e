FROM debian:12
RUN apt-get update \
    # the tools
    && \
       \
       # for the proxy
       apt-get install -y curl \
    && rm -rf /var/lib/apt/lists/*
RUN apt-get clean
USER 10001:10001
