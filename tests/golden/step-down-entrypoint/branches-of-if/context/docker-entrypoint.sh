#!/bin/sh
chmod 0755 /data
if [ -n "$DEBUG" ]; then
  exec server --debug
else
  exec server
fi
