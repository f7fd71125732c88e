#!/bin/sh
cron
exec "$@"
