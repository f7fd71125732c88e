#!/bin/sh
set -e
envsubst < /app/config.tpl > /app/config.json
mkdir -p /var/lib/server
chmod 0700 /var/lib/server
exec "$@"
