# shellcheck shell=bash
# A static C program with OpenSSL inside, which looks names up by itself.
check() {
  check_scratch 10
  expect_answers 'hostname mismatch'
}
