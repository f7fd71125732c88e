# shellcheck shell=bash disable=SC2154
# The same with cgo: glibc looks the names up.
check() {
  check_scratch 10
  grep -q 'stored: yes' "$work/answer" || fail "its volume cannot be written"
  grep -q 'tmp: yes' "$work/answer" || fail "/tmp cannot be written"
  grep -q 'zone: JST' "$work/answer" || fail "the time zone is lost"
  grep -q 'peer: hello' "$work/answer" || fail "its peer is not trusted"
  grep -q 'peer: refused: .*certificate is valid for peer.test' "$work/answer" ||
    fail "a certificate for another name is trusted"
}
