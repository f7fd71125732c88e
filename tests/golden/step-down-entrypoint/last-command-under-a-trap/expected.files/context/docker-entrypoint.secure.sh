#!/bin/bash
# Written by harden from docker-entrypoint.sh for Dockerfile: the program starts without root.
trap 'rm -f /data/lock' EXIT
chmod 0755 /data
if [ "$(id -u)" = 0 ]; then find /data \! -user 10001 -exec chown -h 10001:10001 '{}' + || :; gosu 10001:10001 server --data /data; else server --data /data; fi
