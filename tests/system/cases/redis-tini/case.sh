# shellcheck shell=bash disable=SC2034,SC2154
# Modelled on the script of the official redis image, without its step-down;
# copied with its folder, and started by an init that stays root.
check() { check_step_down; }
program='redis-server '
init=tini
user=999:999
data=/data
arguments=(--protected-mode no --maxmemory 77mb)
last_words='Redis is now ready to exit'
