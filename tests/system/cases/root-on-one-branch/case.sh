# shellcheck shell=bash disable=SC2034,SC2154
# One branch starts the program as root: `harden check` names its line, and the
# branch shows that it is right.
program='/usr/bin/python3 /usr/local/bin/server'
user=10001:10001

expect_uids() { # WHEN UIDS OPTION…
  local line uids
  run "${@:3}"
  ask >/dev/null || fail_with_logs "$1 with ${*:3} there is no answer"
  line=$(program_line)
  printf '%s with %s: %s\n' "$1" "${*:3}" "$line"
  read -r _ _ _ uids _ <<<"$line"
  [[ $uids == "$2" ]] || fail "the uids are not $2"
}

check() {
  expect_check 1 Dockerfile
  cat "$work/check"
  grep -qF 'entrypoint.sh:6 ' "$work/check" ||
    fail "harden check does not name entrypoint.sh:6"
  harden_it
  cat "$work/report"

  build Dockerfile original
  expect_uids before 10001,10001,10001,10001 --env MAINTENANCE=
  expect_uids before 0,0,0,0 --env MAINTENANCE=1

  build Dockerfile.secure hardened
  expect_uids after 10001,10001,10001,10001 --env MAINTENANCE=
  expect_uids after 10001,10001,10001,10001 --env MAINTENANCE=1
}
