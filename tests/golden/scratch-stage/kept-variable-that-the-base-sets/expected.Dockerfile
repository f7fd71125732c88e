FROM golang:1.22
WORKDIR /src
COPY . .
ENV CACHE=$GOPATH/cache
RUN go build -o /usr/bin/api .
# Run as an unprivileged user (added by harden)
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app
USER 10001:10001
CMD ["api"]
