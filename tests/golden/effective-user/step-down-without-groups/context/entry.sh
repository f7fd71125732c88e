#!/bin/sh
chown -R app /data
exec s6-applyuidgid -u 1500 -g 1500 sleep 1000
