#!/bin/sh
set -e
# The settings lie beside the program.
printf '{"greeting": "%s"}\n' "$GREETING" >/app/settings.json
exec "$@"
