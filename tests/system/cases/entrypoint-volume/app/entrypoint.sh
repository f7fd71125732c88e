#!/bin/sh
set -e

# Whoever owned the volume before.
chown -R app:app /data

exec "$@"
