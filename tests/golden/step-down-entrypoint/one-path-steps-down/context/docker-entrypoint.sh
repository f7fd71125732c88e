#!/bin/sh
chown -R app /data
if [ "$1" = server ]; then
    exec gosu app "$@"
fi
exec "$@"
