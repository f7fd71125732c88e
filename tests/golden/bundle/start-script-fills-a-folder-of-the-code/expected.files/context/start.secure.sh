#!/bin/sh
# Written by harden from start.sh for Dockerfile: the program starts without root.
cp -r /app/assets/* /app/public/
chown -R node /app/public
# Start the program without root (added by harden)
if [ "$(id -u)" = 0 ]; then
    exec gosu 1000:1000 "$@"
fi
exec "$@"
