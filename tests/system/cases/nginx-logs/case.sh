# shellcheck shell=bash disable=SC2034,SC2154
# Its logs are links to /dev/stdout and /dev/stderr, which nobody but root can
# open by path, unless the step-down gives them away.
check() {
  check_step_down
  without_the_logs
}

# That it is necessary: only gosu, and nothing that gives the logs away.
without_the_logs() {
  start --entrypoint gosu -- "$user" nginx -g 'daemon off;' || true
  ! ask >/dev/null || fail "nginx opens its logs without being given them"
  says 'Permission denied' || fail_with_logs "it does not start, but why?"
  printf 'without giving the logs away: %s\n' "$(last_line)"
}
program='nginx: master process nginx -g daemon off;'
user=101:101
# It writes below /etc, which stays root's.
needs_root=yes
logged='GET /from-the-test'
# "signal 15 (SIGTERM) received from PID, exiting"
last_words='(SIGTERM) received'
