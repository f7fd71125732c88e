# shellcheck shell=bash disable=SC2034,SC2154
# The idiom of the official images: nothing is left to do, and what harden says
# about it is true.
check() { check_step_down; }
program='redis-server '
user=999:999
data=/data
arguments=(--protected-mode no --maxmemory 77mb)
last_words='Redis is now ready to exit'
was_root=no
unchanged=yes
