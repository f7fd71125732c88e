#!/bin/sh
set -e
getent passwd svc >/dev/null || useradd -u 1300 svc
mkdir -p /srv/state
chown -R svc /srv/state
exec setpriv --reuid=svc --regid=svc --init-groups python /srv/main.py
