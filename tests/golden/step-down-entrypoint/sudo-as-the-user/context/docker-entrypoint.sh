#!/bin/bash
chown -R app /srv/state
exec sudo -E -u app server "$@"
