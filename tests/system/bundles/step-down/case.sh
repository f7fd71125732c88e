# shellcheck shell=bash disable=SC2034
# A start script that harden made step down.
listens=8000
program='/usr/bin/python3 /usr/local/bin/server'
data=/data
