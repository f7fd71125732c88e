FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN go build -o /api . && echo api:x:900:900::/:/x >/passwd

FROM scratch
COPY --from=build /passwd /etc/passwd
COPY --from=build /api /api
# Run as an unprivileged user (added by harden)
USER 10001:10001
ENTRYPOINT ["/api"]
