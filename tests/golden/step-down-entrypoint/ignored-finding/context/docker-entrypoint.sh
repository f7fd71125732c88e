#!/bin/sh
set -e

mkdir -p /data/state
chown -R root:root /data/state
exec "$@"
