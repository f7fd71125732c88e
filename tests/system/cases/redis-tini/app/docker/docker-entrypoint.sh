#!/bin/sh
set -e

# first arg is `-f` or `--some-option`
# or first arg is `something.conf`
if [ "${1#-}" != "$1" ] || [ "${1%.conf}" != "$1" ]; then
	set -- redis-server "$@"
fi

# the data may come from somewhere else
if [ "$1" = 'redis-server' ]; then
	find . \! -user redis -exec chown redis '{}' +
fi

# set an appropriate umask (if one isn't set already)
# - https://github.com/docker-library/redis/issues/305
um="$(umask)"
if [ "$um" = '0022' ]; then
	umask 0077
fi

exec "$@"
