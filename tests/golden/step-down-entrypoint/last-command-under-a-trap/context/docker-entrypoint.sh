#!/bin/bash
trap 'rm -f /data/lock' EXIT
chmod 0755 /data
server --data /data
