#!/bin/sh
chmod 0755 /data
LANG=C TZ="UTC 0" exec server --data /data 2>&1
