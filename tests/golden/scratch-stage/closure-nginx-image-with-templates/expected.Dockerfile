FROM nginx:1.25-alpine
COPY default.conf.template /etc/nginx/templates/
COPY public /usr/share/nginx/html
# Run as an unprivileged user (added by harden)
RUN mkdir -p /var/cache/nginx /var/run && \
    chown -R 101:101 /etc/nginx/conf.d /var/cache/nginx /var/run/
USER 101:101
