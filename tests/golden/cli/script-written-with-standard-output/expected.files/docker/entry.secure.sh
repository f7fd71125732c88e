#!/bin/sh
# Written by harden from entry.sh for Dockerfile: the program starts without root.
set -e
chown -R redis:redis /data
# Start the program without root (added by harden)
if [ "$(id -u)" = 0 ]; then
    exec gosu 900:900 "$@"
fi
exec "$@"
