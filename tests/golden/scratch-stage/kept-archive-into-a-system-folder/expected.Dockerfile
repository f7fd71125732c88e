FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN go build -o /api .

FROM alpine:3.19
ADD site.tar.gz /srv/
COPY --from=build /api /api
# Run as an unprivileged user (added by harden)
RUN addgroup -g 10001 -S app && \
    adduser -u 10001 -S -D -H -h /nonexistent -s /sbin/nologin -G app app
USER 10001:10001
ENTRYPOINT ["/api"]
