# shellcheck shell=bash disable=SC2034,SC2154
# Its logs are links to /dev/stdout and /dev/stderr, which nobody but root can
# open by path, unless the step-down gives them away.
check() { check_step_down; }
program='nginx: master process nginx -g daemon off;'
user=101:101
logged='GET /from-the-test'
# "signal 15 (SIGTERM) received from PID, exiting"
last_words='(SIGTERM) received'
