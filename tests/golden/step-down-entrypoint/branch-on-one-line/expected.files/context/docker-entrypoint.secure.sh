#!/bin/sh
# Written by harden from docker-entrypoint.sh for Dockerfile: the program starts without root.
chmod 0755 /data
if [ -n "$DEBUG" ]; then if [ "$(id -u)" = 0 ]; then find /data \! -user 10001 -exec chown -h 10001:10001 '{}' + || :; exec gosu 10001:10001 server --debug; else exec server --debug; fi; fi
# Start the program without root (added by harden)
if [ "$(id -u)" = 0 ]; then
    # The program writes here, whosever it was before
    find /data \! -user 10001 -exec chown -h 10001:10001 '{}' + || :
    exec gosu 10001:10001 "$@"
fi
exec "$@"
