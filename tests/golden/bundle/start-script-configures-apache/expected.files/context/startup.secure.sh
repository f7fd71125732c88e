#!/bin/bash
# Written by harden from startup.sh for Dockerfile: the program starts without root.
set -e
echo "ServerName ${SERVER_NAME:-localhost}" > /etc/apache2/conf-available/name.conf
a2enconf name
if [ -n "$PORT" ]; then sed -i "s/80/$PORT/g" /etc/apache2/ports.conf /etc/apache2/sites-available/000-default.conf; fi
# Start the program without root (added by harden)
if [ "$(id -u)" = 0 ]; then
    # Only its owner may open /dev/stdout by its path
    chown 33 "/proc/$$/fd/1" "/proc/$$/fd/2" || :
    exec gosu 33:33 "$@"
fi
exec "$@"
