# shellcheck shell=bash
# A static Go program that asks others: zones, names, certificates.
check() {
  check_scratch 10
  expect_answers 'certificate is valid for peer.test'
}
