#!/bin/sh
chown -R app /data
exec s6-envuidgid app s6-applyuidgid -U sleep 1000
