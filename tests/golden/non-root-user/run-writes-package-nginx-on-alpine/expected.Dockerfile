FROM alpine:3.20
RUN apk add --no-cache nginx
COPY nginx.conf /etc/nginx/nginx.conf
EXPOSE 80 443
# Run as an unprivileged user (added by harden)
RUN addgroup -g 10001 -S app && \
    adduser -u 10001 -S -D -H -h /nonexistent -s /sbin/nologin -G app app && \
    mkdir -p /run /var/lib/nginx /var/log/nginx && \
    chown -R 10001:10001 /run /var/lib/nginx /var/log/nginx
USER 10001:10001
CMD ["nginx", "-g", "daemon off;"]
