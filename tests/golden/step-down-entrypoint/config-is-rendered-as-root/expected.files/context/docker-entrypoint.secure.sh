#!/bin/sh
# Written by harden from docker-entrypoint.sh for Dockerfile: the program starts without root.
set -e
envsubst < /app/config.tpl > /app/config.json
mkdir -p /var/lib/server
chmod 0700 /var/lib/server
# Start the program without root (added by harden)
if [ "$(id -u)" = 0 ]; then
    # The program writes here, whosever it was before
    [ ! -e /app/config.json ] || find /app/config.json \! -user 10001 -exec chown -h 10001:10001 '{}' + || :
    [ ! -e /var/lib/server ] || find /var/lib/server \! -user 10001 -exec chown -h 10001:10001 '{}' + || :
    exec gosu 10001:10001 "$@"
fi
exec "$@"
