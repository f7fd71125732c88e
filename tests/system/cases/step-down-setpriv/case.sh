# shellcheck shell=bash disable=SC2034,SC2154
# The same with setpriv, which is there already.
check() { check_step_down; }
program='/usr/bin/python3 /usr/local/bin/server'
user=10001:10001
data=/data
arguments=(server --name "a b" 'c"d' "e'f" '' '*' "\$(id) \\n")
last_words='stopped by SIGTERM'
scenarios=(fresh_volume root_owned_folder private_folder as_user with_arguments
  stopped)
