#!/bin/sh
set -e
chown -R app:app /srv
if [ -n "$DEBUG" ]; then
    exec "$@"
fi
exec gosu app "$@"
