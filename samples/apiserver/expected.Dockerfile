# The countries API, built and run in one stage.
FROM golang:1.19

WORKDIR /src
COPY go.mod ./
COPY *.go ./
# A static program needs nothing from the image it runs in.
RUN CGO_ENABLED=0 go build -o /usr/local/bin/apiserver .

EXPOSE 8080
# Run as an unprivileged user (added by harden)
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app
USER 10001:10001
CMD ["apiserver"]
