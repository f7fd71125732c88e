FROM nginx:1.29-alpine
# the pid file moved in newer bases, so this edit no longer matches
RUN sed -i 's,/var/run/nginx.pid,/tmp/nginx.pid,' /etc/nginx/nginx.conf
WORKDIR /usr/share/nginx/html
COPY site/ ./
COPY --chmod=755 hooks/90-title.sh /docker-entrypoint.d/90-title.sh
ENV PAGE_TITLE="Our registry"
EXPOSE 80
# Run as an unprivileged user (added by harden)
RUN mkdir -p /var/cache/nginx /var/run && \
    chown -R 101:101 /usr/share/nginx/html /var/cache/nginx /var/run/
USER 101:101
