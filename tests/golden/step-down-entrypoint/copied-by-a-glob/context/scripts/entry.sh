#!/bin/sh
chmod 0755 /data
exec "$@"
