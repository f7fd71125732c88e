# shellcheck shell=bash
# The same with cgo: glibc looks the names up.
check() {
  check_scratch 10
  expect_answers 'certificate is valid for peer.test'
}
