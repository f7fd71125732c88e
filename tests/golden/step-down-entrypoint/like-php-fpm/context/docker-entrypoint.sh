#!/bin/sh
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

exec "$@"
