FROM alpine:3.19
RUN apk add --no-cache ca-certificates
RUN addgroup -g 1001 -S app && adduser -u 1001 -S -G app app
COPY --chmod=755 api /api
# Run as an unprivileged user (added by harden)
USER 1001:1001
ENTRYPOINT ["/api"]
