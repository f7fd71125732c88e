# shellcheck shell=bash
# Python with a native module, sqlite3 and https.
check() {
  check_scratch 3
  expect_answers 'certificate verify failed'
}
