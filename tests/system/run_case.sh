#!/bin/bash
# run_case.sh CASE [buildkit|classic]
#
# Builds and runs cases/CASE/app as it is and as harden makes it: both must
# give the same answer to the same request, and the second must run without
# uid 0 and gid 0.
#
#   cases/CASE/app/Dockerfile  with its build context (a link is followed)
#   cases/CASE/request.sh      run by bash in a container that shares the
#                              network of the tested one; prints the answer and
#                              fails while there is none
#   cases/CASE/flags           for `harden`, one a line (optional)
#   cases/CASE/status          harden's exit status when it is not 0 (optional)
#   cases/CASE/user            the expected `USER` of the result (optional)
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"

name=$1 builder=${2:-buildkit}
case_folder=$here/cases/$name
harden=${HARDEN_PROGRAM:?is set by ctest}

# Sets `image` to what was built of $work/app/FILE.
build() { # FILE TAG
  local file=$work/app/$1 kit=1
  image=harden-test-${run_id:?}/$name-$builder:$2
  [[ $builder == buildkit && ${buildkit:?} == yes ]] || kit=0
  # harden sees the names as written; only what is built is renamed.
  name_bases "$file"
  images+=("$image")
  DOCKER_BUILDKIT=$kit docker build --network host --label "harden-test=$run_id" \
    -t "$image" -f "$file" "$work/app" >"$work/log" 2>&1 || {
    cat "$file" "$work/log"
    fail "the $2 Dockerfile does not build"
  }
}

# Sets `container`.
run() { # IMAGE
  container=$(docker run -d --label "harden-test=$run_id" "$1" \
    2>"$work/log") || {
    cat "$work/log"
    fail "the container does not start"
  }
  containers+=("$container")
}

# Prints the answer of the running container; waits until there is one.
ask() {
  local attempt
  for ((attempt = 0; attempt < 60; ++attempt)); do
    if docker run --rm -i --network "container:$container" --user 65534:65534 \
      --label "harden-test=$run_id" --entrypoint bash \
      "$(image debian:bookworm)" -s < <(cat "$here/http.sh" "$case_folder/request.sh") \
      >"$work/answer" 2>"$work/answer.err"; then
      cat "$work/answer"
      return 0
    fi
    [[ $(docker inspect -f '{{.State.Running}}' "$container") == true ]] ||
      break
    sleep 0.5
  done
  {
    echo "--- its output:"
    docker logs "$container" 2>&1 | tail -n 20
    echo "--- the request's:"
    cat "$work/answer" "$work/answer.err"
  } >&2
  return 1
}

# "Uid: r e s f" and "Gid: …" of the container's first process.
ids() {
  docker run --rm --pid "container:$container" --entrypoint grep \
    --label "harden-test=$run_id" "$(image debian:bookworm)" \
    -E '^[UG]id:' /proc/1/status 2>/dev/null | tr '\t' ' '
}

clean_up() {
  [[ ${#containers[@]} -eq 0 ]] ||
    docker rm -f -v "${containers[@]}" >/dev/null 2>&1 || true
  [[ ${#images[@]} -eq 0 ]] ||
    docker rmi -f "${images[@]}" >/dev/null 2>&1 || true
  rm -rf "$work"
}

harden_it() {
  local flags=() status=0 expected=0
  [[ ! -e $case_folder/flags ]] || mapfile -t flags <"$case_folder/flags"
  (cd "$work/app" && "$harden" Dockerfile -o Dockerfile.secure "${flags[@]}") \
    >"$work/log" 2>&1 || status=$?
  [[ ! -e $case_folder/status ]] || expected=$(<"$case_folder/status")
  [[ $status -eq $expected ]] || {
    cat "$work/log"
    fail "harden ended with status $status"
  }
  diff -u --label Dockerfile --label Dockerfile.secure \
    "$work/app/Dockerfile" "$work/app/Dockerfile.secure" || true
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

main() {
  use_engine
  [[ -z ${no_bases:-} ]] || skip "$no_bases"
  [[ -x $harden ]] || skip "$harden is not built"
  work=$(mktemp -d) containers=() images=()
  trap clean_up EXIT
  cp -rL "$case_folder/app" "$work/app"

  harden_it
  build Dockerfile original
  run "$image"
  local before before_ids after after_ids
  before=$(ask) || fail "the original gives no answer"
  before_ids=$(ids)

  build Dockerfile.secure hardened
  run "$image"
  after=$(ask) || fail "the hardened container gives no answer"
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
  after=$(ask) || fail "the hardened container gives no answer after a restart"
  [[ $before == "$after" ]] || fail "after a restart the answers differ"
}

main
