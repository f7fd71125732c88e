FROM alpine:3.20
RUN addgroup -g 10 wheel2 && addgroup -S -g 27 sudo && groupadd wheel
RUN adduser -D -u 10001 -G users app
USER 10001:10001
