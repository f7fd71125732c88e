FROM debian:12 AS build
ARG VERSION=1.2
RUN <<EOF
sha256sum -c sums
aria2c http://example.com/tool
EOF
RUN curl -fsSLo /tool http://example.com/tool
RUN wget "http://example.com/tool-${VERSION}.tgz" && tar -xf tool-*.tgz
RUN apt-get update && \
    # the key of the repository
    wget -qO- HTTP://user@example.com:8080/key.asc | apt-key add - && \
    rm -rf /var/lib/apt/lists/*
RUN curl --proxy http://proxy.example.com:3128 --url http://example.com/tool
RUN sh -c 'curl http://example.com/tool > /tool'
RUN ["wget", "http://example.com/tool"]
FROM debian:12
RUN sha256sum -c sums
USER 1000:1000
CMD ["sleep", "1"]
