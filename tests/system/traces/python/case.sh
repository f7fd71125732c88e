# shellcheck shell=bash disable=SC2034,SC2154
# Files, SQLite, threads, other programs and TLS on both ends.
listens=8000
asker=python:3.11

prepare() {
  cp "$here/tls/server.pem" "$work/app/"
}

check() {
  check_trace
  breaks_without_restart
}

# No trace has to show restart_syscall, yet the poll(2) in which the server
# waits does not survive a pause without it.
breaks_without_restart() {
  sed '/^ *"restart_syscall",*$/d' "$work/seccomp.json" >"$work/rigid.json"
  if cmp -s "$work/seccomp.json" "$work/rigid.json"; then
    fail "the profile does not name restart_syscall"
  fi
  launch --security-opt "seccomp=$work/rigid.json" ||
    fail "without restart_syscall it $why"
  ask_network=container:$container port=$listens
  ask >/dev/null || fail_with_logs "without restart_syscall it gives no answer"
  # A pause may find it busy between two waits.
  local attempt
  for attempt in 1 2 3 4 5; do
    pause_a_moment || { remove; return 0; }
    sleep 1
    docker logs "$container" >"$work/log" 2>&1
    if grep 'Operation not permitted' "$work/log"; then
      remove
      return
    fi
  done
  fail "$attempt pauses are survived without restart_syscall"
}
