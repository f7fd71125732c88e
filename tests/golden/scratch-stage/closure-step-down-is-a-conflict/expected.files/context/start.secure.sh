#!/bin/sh
# Written by harden from start.sh for Dockerfile: the program starts without root.
set -e
chown -R www-data /data
# Start the program without root (added by harden)
if [ "$(id -u)" = 0 ]; then
    exec gosu 33:33 python app.py
fi
exec python app.py
