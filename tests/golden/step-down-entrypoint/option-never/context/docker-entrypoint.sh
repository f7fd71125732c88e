#!/bin/sh
chown -R app /data
sysctl -w net.core.somaxconn=1024
exec "$@"
