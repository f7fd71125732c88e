# shellcheck shell=bash disable=SC2034
# A program that carries a file capability, without which in its bounding set
# it cannot be started at all.
listens=80
program='/usr/bin/python3.11 server.py'
