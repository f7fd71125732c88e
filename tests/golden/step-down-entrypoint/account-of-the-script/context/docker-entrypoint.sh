#!/bin/sh
chown -R web:web /data
exec "$@"
