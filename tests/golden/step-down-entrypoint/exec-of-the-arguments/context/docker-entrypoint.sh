#!/bin/sh
set -e

# Volumes come empty.
mkdir -p /data/state
chmod 0711 /data

exec "$@"
