#!/bin/sh
set -e
chmod 0755 /data
exec "$@"
