#!/bin/sh
# Written by harden from docker-entrypoint.sh for Dockerfile: the program starts without root.
chown -R redis /data
# Start the program without root (added by harden)
if [ "$(id -u)" = 0 ]; then
    exec gosu 999:999 "$@"
fi
exec "$@"
