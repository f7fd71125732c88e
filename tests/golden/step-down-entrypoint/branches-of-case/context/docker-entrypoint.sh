#!/bin/sh
chmod 0755 /data
case "$1" in
  server) exec "$@" ;;
  worker)
    shift
    exec server --worker "$@"
    ;;
  *) exec "$@" ;;
esac
