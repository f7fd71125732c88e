#!/bin/sh
set -e
chown -R redis:redis /data
exec "$@"
