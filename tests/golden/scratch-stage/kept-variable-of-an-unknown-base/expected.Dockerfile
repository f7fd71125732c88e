FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN go build -o /api .

FROM bitnami/minideb:bookworm
ENV CONFIG=$CONFIG_HOME/api.conf
COPY --from=build /api /usr/bin/api
# Run as an unprivileged user (added by harden)
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app
USER 10001:10001
CMD ["api"]
