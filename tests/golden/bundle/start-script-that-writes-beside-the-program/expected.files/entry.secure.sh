#!/bin/sh
# Written by harden from entry.sh for Dockerfile: the program starts without root.
set -e
# The settings lie beside the program.
printf '{"greeting": "%s"}\n' "$GREETING" >/app/settings.json
# Start the program without root (added by harden)
if [ "$(id -u)" = 0 ]; then
    # The program writes here, whosever it was before
    [ ! -e /app/settings.json ] || find /app/settings.json \! -user 10001 -exec chown -h 10001:10001 '{}' + || :
    exec gosu 10001:10001 "$@"
fi
exec "$@"
