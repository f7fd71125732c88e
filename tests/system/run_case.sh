#!/bin/bash
# run_case.sh CASE [buildkit|classic]
#
# Builds and runs cases/CASE/app as it is and as harden makes it. What is
# checked says `check` in the case's case.sh; without one both must give the
# same answer to the same request, and the second must run without uid 0 and
# gid 0.
#
#   cases/CASE/app/Dockerfile  with its build context (a link is followed)
#   cases/CASE/request.sh      run by bash in a container that shares the
#                              network of the tested one; prints the answer and
#                              fails while there is none
#   cases/CASE/flags           for `harden`, one a line (optional)
#   cases/CASE/status          harden's exit status when it is not 0 (optional)
#   cases/CASE/user            the expected `USER` of the result (optional)
#   cases/CASE/case.sh         what is special about it, and its `check`
#                              (optional; see step_down.sh)
# shellcheck disable=SC2119 # `run` takes no arguments of this script
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"
# shellcheck source-path=SCRIPTDIR source=containers.sh
. "$here/containers.sh"
# shellcheck source-path=SCRIPTDIR source=step_down.sh
. "$here/step_down.sh"
# shellcheck source-path=SCRIPTDIR source=scratch.sh
. "$here/scratch.sh"

# All of them are read by the files above.
# shellcheck disable=SC2034
name=$1 builder=${2:-buildkit} case_folder=$here/cases/$1
# shellcheck disable=SC2034
harden=${HARDEN_PROGRAM:?is set by ctest}

# "Uid: r e s f" and "Gid: …" of the container's first process.
ids() {
  helper --pid "container:$container" -- grep -E '^[UG]id:' /proc/1/status |
    tr '\t' ' '
}

expect_unprivileged() { # IDS
  local line id
  while read -r line; do
    for id in ${line#*:}; do
      [[ $id != 0 ]] || fail "the hardened container runs with $line"
    done
  done <<<"$1"
  [[ $(grep -c . <<<"$1") -eq 2 ]] || fail "no ids could be read: $1"
}

check() {
  harden_it
  build Dockerfile original
  run
  local before before_ids after after_ids
  before=$(ask) || fail_with_logs "the original gives no answer"
  before_ids=$(ids)

  build Dockerfile.secure hardened
  run
  after=$(ask) || fail_with_logs "the hardened container gives no answer"
  after_ids=$(ids)
  printf 'before:\n%s\nafter:\n%s\n' "$before_ids" "$after_ids"
  printf 'answer:\n%s\n' "$before"

  [[ $before == "$after" ]] ||
    fail "the answers differ"$'\n'"$before"$'\n'"$after"
  expect_unprivileged "$after_ids"
  if [[ -e $case_folder/user ]]; then
    local user
    user=$(docker inspect -f '{{.Config.User}}' "$image")
    [[ $user == "$(<"$case_folder/user")" ]] || fail "USER is $user"
  fi
  # A second start finds what the first one wrote.
  docker restart -t 2 "$container" >/dev/null
  after=$(ask) ||
    fail_with_logs "the hardened container gives no answer after a restart"
  [[ $before == "$after" ]] || fail "after a restart the answers differ"
}

begin
if [[ -e $case_folder/case.sh ]]; then
  # shellcheck disable=SC1091 # one for each case
  . "$case_folder/case.sh"
fi
check
