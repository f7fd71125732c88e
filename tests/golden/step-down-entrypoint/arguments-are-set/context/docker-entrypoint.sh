#!/bin/sh
set -e
chmod 0755 /data
if [ "${1#-}" != "$1" ]; then
    set -- server "$@"
fi
exec "$@"
