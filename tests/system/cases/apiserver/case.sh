# shellcheck shell=bash
# The textbook case: one Go binary, built and run in one stage.
check() {
  check_scratch 50
  expect_answers 'certificate is valid for peer.test'
}
