FROM alpine:3.19
RUN apk add --no-cache su-exec && adduser -D -u 1000 app
COPY run.sh /run.sh
RUN f() { cp /other.sh /run.sh; }; f
ENTRYPOINT ["/run.sh"]
CMD ["nginx"]
