#!/bin/sh
# Written by harden from docker-entrypoint.sh for Dockerfile: the program starts without root.
set -e

# first arg is `-f` or `--some-option`
if [ "${1#-}" != "$1" ]; then
	set -- php-fpm "$@"
fi

if [ "$1" = 'php-fpm' ]; then
	mkdir -p storage/logs bootstrap/cache
	chown -R www-data:www-data storage bootstrap/cache
	php artisan migrate --force
fi

# Start the program without root (added by harden)
if [ "$(id -u)" = 0 ]; then
	# The program writes here, whosever it was before
	find /var/www/html \! -user 33 -exec chown -h 33:33 '{}' + || :
	exec gosu 33:33 "$@"
fi
exec "$@"
