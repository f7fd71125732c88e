#!/bin/sh
# Written by harden from entry.sh for Dockerfile: the program starts without root.
set -e
chown -R redis:redis /data
if [ "$(id -u)" = 0 ]; then
    find /data \! -user 10001 -exec chown -h 10001:10001 '{}' + || :
    exec gosu 10001:10001 "$@"
fi
exec "$@"
