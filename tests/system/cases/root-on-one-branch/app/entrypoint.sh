#!/bin/sh
set -e
chown -R app:app /data
if [ -n "$MAINTENANCE" ]; then
  # Nobody thought of this one.
  exec server --maintenance
fi
exec gosu app server
