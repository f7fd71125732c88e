#!/bin/sh
# Written by harden from docker-entrypoint.sh for Dockerfile: the program starts without root.
set -e

# first arg is `-f` or `--some-option`, or a configuration
if [ "${1#-}" != "$1" ] || [ "${1%.conf}" != "$1" ]; then
	set -- redis-server "$@"
fi

chown -R redis:redis /data

# a stricter umask than the engine's, unless somebody set one
um="$(umask)"
if [ "$um" = '0022' ]; then
	umask 0077
fi

# Start the program without root (added by harden)
if [ "$(id -u)" = 0 ]; then
	exec gosu 999:999 "$@"
fi
exec "$@"
