#!/bin/sh
# Written by harden from docker-entrypoint.sh for Dockerfile: the program starts without root.
chown -R nginx:nginx /var/cache/nginx
# Start the program without root (added by harden)
if [ "$(id -u)" = 0 ]; then
    # Only its owner may open /dev/stdout by its path
    chown 101 "/proc/$$/fd/1" "/proc/$$/fd/2" || :
    exec gosu 101:101 nginx -g 'daemon off;' -c "/etc/nginx/my site.conf"
fi
exec nginx -g 'daemon off;' -c "/etc/nginx/my site.conf"
