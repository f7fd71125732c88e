#!/bin/sh
# Written by harden from docker-entrypoint.sh for Dockerfile: the program starts without root.
chmod 0755 /data && if [ "$(id -u)" = 0 ]; then find /data \! -user 10001 -exec chown -h 10001:10001 '{}' + || :; exec gosu 10001:10001 server --data /data; else exec server --data /data; fi
