#!/bin/sh
set -e
if [ "$(id -u)" = 0 ]; then
  mkdir -p /run/redis
  chown -R redis:redis /data
  exec gosu redis "$@"
fi
exec "$@"
