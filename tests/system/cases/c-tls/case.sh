# shellcheck shell=bash disable=SC2154
# A C program with shared libraries, OpenSSL among them.
check() {
  check_scratch 10
  grep -q 'stored: yes' "$work/answer" || fail "its volume cannot be written"
  grep -q 'tmp: yes' "$work/answer" || fail "/tmp cannot be written"
  grep -q 'zone: JST' "$work/answer" || fail "the time zone is lost"
  grep -q 'peer: hello' "$work/answer" || fail "its peer is not trusted"
  grep -q 'peer: refused: .*certificate verify failed' "$work/answer" ||
    fail "a certificate for another name is trusted"
}
