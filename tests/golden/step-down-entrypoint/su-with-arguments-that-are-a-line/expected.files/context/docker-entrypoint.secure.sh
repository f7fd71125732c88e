#!/bin/sh
# Written by harden from docker-entrypoint.sh for Dockerfile: the program starts without root.
chown -R app /srv/state
# Start the program without root (added by harden)
if [ "$(id -u)" = 0 ]; then
    exec gosu app sh -c "$*"
fi
exec sh -c "$*"
