#!/bin/sh
set -e
# Commands that are no builtins: each has to come along.
mkdir -p /tmp/state
name=$(basename "$0")
printf 'started by %s\n' "$name" | tee /tmp/started >/dev/null
if [ -n "$DEBUG" ]; then cat /tmp/started; fi
exec python server.py "$@"
