FROM nginx:1.27
COPY hooks/10-hello.sh /docker-entrypoint.d/10-hello.sh
COPY site /usr/share/nginx/html
# Run as an unprivileged user (added by harden)
RUN mkdir -p /var/cache/nginx /var/run && \
    chown -R 101:101 /var/cache/nginx /var/run/
USER 101:101
