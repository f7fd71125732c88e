#!/bin/sh
chown -R 1000 /data
exec "$@"
