#!/bin/sh
cp -r /app/assets/* /app/public/
chown -R node /app/public
exec "$@"
