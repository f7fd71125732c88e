FROM alpine:3.19
RUN apk add --no-cache su-exec && adduser -D -u 1000 app
COPY run.sh /run.sh
RUN --mount=type=bind,source=other.sh,target=/tmp/o.sh cp /tmp/o.sh /run.sh
ENTRYPOINT ["/run.sh"]
CMD ["nginx"]
