#!/bin/sh
# Written by harden from entry.sh for Dockerfile: the program starts without root.
set -e
chown app /data
# Start the program without root (added by harden)
if [ "$(id -u)" = 0 ]; then
    # The program writes here, whosever it was before
    chown -R 1500:1500 /data || :
    export HOME='/srv/$(id)'
    exec setpriv --reuid=1500 --regid=1500 --clear-groups "$@"
fi
exec "$@"
