#!/bin/sh
set -e
mkdir -p /tmp/state
exec python app.py "$@"
