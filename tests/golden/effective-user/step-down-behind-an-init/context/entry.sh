#!/bin/sh
chown -R app /data
exec tini -- gosu app sleep 1000
