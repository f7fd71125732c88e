# shellcheck shell=bash disable=SC2034,SC2154
# A start script comes along with its shell and the commands that it calls.
keep_shell=yes
check() {
  check_scratch 3
  expect_answer 'started by start.sh' "start.sh did not run"
  local files
  files=$(image_files)
  ! grep -qE ' usr/bin/(apt|dpkg|perl|find) ' <<<"$files" ||
    fail "more commands come along than the script calls"
}
