#!/bin/sh
set -e
mkdir -p /etc/server.d
echo "port=$PORT" > /etc/server.d/main.conf
exec server
