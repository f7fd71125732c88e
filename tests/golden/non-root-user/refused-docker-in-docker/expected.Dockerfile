FROM docker:26-dind
RUN apk add --no-cache git
