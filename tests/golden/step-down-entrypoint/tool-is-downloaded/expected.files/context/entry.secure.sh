#!/bin/sh
# Written by harden from entry.sh for Dockerfile: the program starts without root.
set -e
chown app /data
# Start the program without root (added by harden)
if [ "$(id -u)" = 0 ]; then
    # The program writes here, whosever it was before
    find /data \! -user app -exec chown -h app: '{}' + || :
    exec gosu app "$@"
fi
exec "$@"
