#!/bin/sh
chmod 0755 /data
. /lib.sh
run "$@"
