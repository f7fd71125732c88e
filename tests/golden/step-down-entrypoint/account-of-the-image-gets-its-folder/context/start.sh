#!/bin/sh
set -e
mkdir -p /srv/state
chown -R svc /srv/state
su svc -c "exec /srv/server"
