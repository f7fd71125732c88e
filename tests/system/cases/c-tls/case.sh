# shellcheck shell=bash
# A C program with shared libraries, OpenSSL among them.
check() {
  check_scratch 10
  expect_answers 'certificate verify failed'
}
