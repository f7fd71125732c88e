#!/bin/sh
chown -R redis /data
exec "$@"
