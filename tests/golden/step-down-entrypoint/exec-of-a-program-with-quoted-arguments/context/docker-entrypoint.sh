#!/bin/sh
chown -R nginx:nginx /var/cache/nginx
exec nginx -g 'daemon off;' -c "/etc/nginx/my site.conf"
