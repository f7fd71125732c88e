# shellcheck shell=bash disable=SC2154
# A static C program that writes to its volume and /tmp, in another time zone.
check() {
  check_scratch 10
  grep -q 'stored: yes' "$work/answer" || fail "its volume cannot be written"
  grep -q 'tmp: yes' "$work/answer" || fail "/tmp cannot be written"
  grep -q 'zone: JST' "$work/answer" || fail "the time zone is lost"
}
