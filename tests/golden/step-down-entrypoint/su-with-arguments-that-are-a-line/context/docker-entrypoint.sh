#!/bin/sh
chown -R app /srv/state
exec su app -s /bin/sh -c "$*"
