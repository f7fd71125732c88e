#!/bin/sh
# Written by harden from start.sh for Dockerfile: the program starts without root.
set -e
mkdir -p /srv/state
chown -R svc /srv/state
# Start the program without root (added by harden)
if [ "$(id -u)" = 0 ]; then
    exec gosu svc /srv/server
fi
exec /srv/server
