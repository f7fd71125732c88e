FROM alpine:3.19
RUN apk add --no-cache su-exec && adduser -D -u 1000 app
COPY run.sh /run.sh
RUN ln -sf /other.sh /run.sh
ENTRYPOINT ["/run.sh"]
CMD ["nginx"]
