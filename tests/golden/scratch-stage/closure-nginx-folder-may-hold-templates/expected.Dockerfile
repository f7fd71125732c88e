FROM nginx:1.25
COPY nginx/ /etc/nginx/
# Run as an unprivileged user (added by harden)
RUN mkdir -p /var/cache/nginx /var/run && \
    chown -R 101:101 /var/cache/nginx /var/run/
USER 101:101
