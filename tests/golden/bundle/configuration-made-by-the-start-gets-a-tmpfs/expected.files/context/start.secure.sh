#!/bin/sh
# Written by harden from start.sh for Dockerfile: the program starts without root.
set -e
mkdir -p /etc/server.d
echo "port=$PORT" > /etc/server.d/main.conf
# Start the program without root (added by harden)
if [ "$(id -u)" = 0 ]; then
    exec gosu 10001:10001 server
fi
exec server
