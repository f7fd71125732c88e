# shellcheck shell=bash disable=SC2034,SC2154
# `su -c` gives up root, but stays the first process and keeps SIGTERM to
# itself. The mode of a folder that is not root's is FOWNER's.
check() { check_step_down; }
program='/usr/bin/python3 /usr/local/bin/server'
user=10001:10001
data=/data
last_words='stopped by SIGTERM'
was_root=no
was_stopped=no
