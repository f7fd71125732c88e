#!/bin/sh
# Written by harden from entry.sh for Dockerfile: the program starts without root.
set -e
chown -R app:app /srv
if [ -n "$DEBUG" ]; then
    # Start the program without root (added by harden)
    if [ "$(id -u)" = 0 ]; then
        exec gosu 999:999 "$@"
    fi
    exec "$@"
fi
exec gosu app "$@"
