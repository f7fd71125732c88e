#!/bin/sh
set -e
echo "$PORT" > /srv/app/port
exec "$@"
