#!/bin/bash
set -e

chmod 0755 /data
if [ "$1" = server ]; then
	shift
	exec server --fast "$@"
fi

exec "$@"
