#!/bin/bash
chown -R app /srv/state
exec runuser -u app -- server "$@"
