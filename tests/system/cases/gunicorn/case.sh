# shellcheck shell=bash disable=SC2154
# A program that is itself a script of Python, with packages of the distribution.
check() {
  check_scratch 3
  expect_answer '<p>fine</p>' "the template was not found"
}
