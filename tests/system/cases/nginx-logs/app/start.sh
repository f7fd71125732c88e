#!/bin/sh
set -e
sed "s/@GREETING@/$GREETING/" /etc/nginx/site.template >/etc/nginx/conf.d/default.conf
chown -R nginx:nginx /var/cache/nginx
exec nginx -g 'daemon off;'
