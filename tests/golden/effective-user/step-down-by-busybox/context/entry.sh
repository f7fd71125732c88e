#!/bin/sh
chown -R app /data
exec busybox su app -c "$*"
