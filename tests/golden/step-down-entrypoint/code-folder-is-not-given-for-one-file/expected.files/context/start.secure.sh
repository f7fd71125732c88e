#!/bin/sh
# Written by harden from start.sh for Dockerfile: the program starts without root.
set -e
echo "$PORT" > /srv/app/port
# Start the program without root (added by harden)
if [ "$(id -u)" = 0 ]; then
    # The program writes here, whosever it was before
    [ ! -e /srv/app/port ] || find /srv/app/port \! -user 10001 -exec chown -h 10001:10001 '{}' + || :
    exec gosu 10001:10001 "$@"
fi
exec "$@"
