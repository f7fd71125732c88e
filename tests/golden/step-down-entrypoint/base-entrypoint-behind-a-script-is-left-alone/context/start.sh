#!/bin/sh
echo "port = 5433" > /etc/postgresql-extra.conf
exec docker-entrypoint.sh "$@"
