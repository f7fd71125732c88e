#!/bin/sh
set -e

# first arg is `-f` or `--some-option`, or a configuration
if [ "${1#-}" != "$1" ] || [ "${1%.conf}" != "$1" ]; then
	set -- redis-server "$@"
fi

# allow the container to be started with `--user`
if [ "$1" = 'redis-server' -a "$(id -u)" = '0' ]; then
	find . \! -user redis -exec chown redis '{}' +
	exec gosu redis "$0" "$@"
fi

# a stricter umask than the engine's, unless somebody set one
um="$(umask)"
if [ "$um" = '0022' ]; then
	umask 0077
fi

exec "$@"
