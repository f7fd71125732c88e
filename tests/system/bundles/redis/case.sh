# shellcheck shell=bash disable=SC2034
# The entrypoint of the base starts as root and steps down.
listens=6379
program='redis-server '
data=/data
