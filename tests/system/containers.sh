# shellcheck shell=bash disable=SC2034,SC2154
# Images and containers of one test: made, asked and taken away again.
# run_case.sh and run_bundle.sh set `name`, `builder`, `case_folder` and
# `harden`; common.sh `here`.

# Sets `work`; what the functions below make is gone when the script ends.
begin() {
  use_engine
  [[ -z ${no_bases:-} ]] || skip "$no_bases"
  [[ -x $harden ]] || skip "$harden is not built"
  work=$(mktemp -d) containers=() images=() volumes=() networks=() container=''
  trap clean_up EXIT
  cp -rL "$case_folder/app" "$work/app"
}

clean_up() {
  # Also those that were made and did not start.
  [[ -z ${service:-} ]] || remove || true
  [[ ${#containers[@]} -eq 0 ]] ||
    docker rm -f -v "${containers[@]}" >/dev/null 2>&1 || true
  [[ ${#volumes[@]} -eq 0 ]] ||
    docker volume rm -f "${volumes[@]}" >/dev/null 2>&1 || true
  [[ ${#networks[@]} -eq 0 ]] ||
    docker network rm "${networks[@]}" >/dev/null 2>&1 || true
  [[ ${#images[@]} -eq 0 ]] ||
    docker rmi -f "${images[@]}" >/dev/null 2>&1 || true
  # What containers wrote there may be somebody else's.
  [[ ! -d $work/folders ]] ||
    helper -v "$work/folders:/mnt" -- find /mnt -mindepth 1 -delete || true
  rm -rf "$work"
}

# helper OPTION… -- COMMAND…: in a bare Debian, or in the image $helper_image.
helper() {
  local options=()
  while [[ $1 != -- ]]; do
    options+=("$1")
    shift
  done
  shift
  docker run --rm --label "harden-test=$run_id" "${options[@]}" \
    --entrypoint "$1" "$(image "${helper_image:-debian:bookworm}")" "${@:2}" 2>"$work/helper.log"
}

# --- the rewrite -------------------------------------------------------------

# Makes Dockerfile.secure and leaves what was said in $work/report.
harden_it() { # [OPTION…]
  local flags=() status=0 expected=0 script original
  [[ ! -e $case_folder/flags ]] || mapfile -t flags <"$case_folder/flags"
  (cd "$work/app" && "$harden" Dockerfile -o Dockerfile.secure "${flags[@]}" "$@") \
    >"$work/report" 2>&1 || status=$?
  [[ ! -e $case_folder/status ]] || expected=$(<"$case_folder/status")
  [[ $status -eq $expected ]] || {
    cat "$work/report"
    fail "harden ended with status $status"
  }
  while IFS= read -r script; do
    original=${script/.secure/}
    diff -uN --label "$original" --label "$script" \
      "$work/app/$original" "$work/app/$script" || true
  done < <(cd "$work/app" && find . -name '*.secure.d' -prune -o \
    -name '*.secure*' -printf '%P\n' | sort)
  nothing_was_overwritten
}

# `harden check` ends with this status; what it says goes to $work/check.
expect_check() { # STATUS ARGUMENT…
  local status=0
  (cd "$work/app" && "$harden" check "${@:2}") >"$work/check" 2>&1 || status=$?
  [[ $status -eq $1 ]] || {
    cat "$work/check"
    fail "harden check ${*:2} ended with status $status"
  }
}

# Of the case's files, or of what a test made of them in $given.
nothing_was_overwritten() {
  local changes
  changes=$(diff -qr "${given:-$case_folder/app}" "$work/app" |
    grep -v "^Only in $work/app.*: .*\.secure" || true)
  [[ -z $changes ]] || fail "harden changed the build context: $changes"
}

# --- images and containers ---------------------------------------------------

# Sets `image` to what was built of $work/app/FILE.
build() { # FILE TAG
  local file=$work/app/$1 kit=1
  image=harden-test-$run_id/$name-$builder:$2
  [[ $builder == buildkit && $buildkit == yes ]] || kit=0
  # harden sees the names as written; only what is built is renamed.
  name_bases "$file"
  images+=("$image")
  DOCKER_BUILDKIT=$kit docker build --network host --label "harden-test=$run_id" \
    -t "$image" -f "$file" "$work/app" >"$work/log" 2>&1 || {
    cat "$file" "$work/log"
    fail "the $2 Dockerfile does not build"
  }
}

# start [OPTION…] [-- ARGUMENT…]: sets `container`; returns whether it started.
start() {
  local options=() status=0
  while [[ $# -gt 0 && $1 != -- ]]; do
    options+=("$1")
    shift
  done
  [[ $# -eq 0 ]] || shift
  container=$(docker run -d --label "harden-test=$run_id" "${options[@]}" \
    "$image" "$@" 2>"$work/log") || status=$?
  [[ -z $container ]] || containers+=("$container")
  return "$status"
}

# The same, for containers that have to start.
run() {
  start "$@" || {
    cat "$work/log"
    fail "the container does not start"
  }
}

is_running() {
  [[ $(docker inspect -f '{{.State.Running}}' "$container") == true ]]
}

# Prints the answer of the running container to request.sh, or to another
# question; waits until there is one. Asks in the container's network unless
# `ask_network` says otherwise, from a bare Debian unless `asker` does, and at
# most `patience` times.
ask() { # [QUESTION]
  local attempt
  for ((attempt = 0; attempt < ${patience:-15}; ++attempt)); do
    if helper_image=${asker:-} helper -i --network "${ask_network:-container:$container}" \
      --user 65534:65534 -- bash -s \
      < <(request "${1:-request}") >"$work/answer"; then
      cat "$work/answer"
      return 0
    fi
    is_running || break
  done
  return 1
}

# Asks several times, since containers take longer to start than a request.
request() { # QUESTION
  cat "$here/http.sh"
  printf 'port=%q\nrequest() (\n%s\n)\n' "${port:-}" \
    "$(<"$case_folder/$1.sh")"
  cat <<'END'
for attempt in {1..10}; do
  ! answer=$(request) || { echo "$answer"; exit; }
  sleep 0.2
done
echo "$answer"
exit 1
END
}

# fail, with what the container said.
fail_with_logs() {
  echo "--- the container's output:"
  docker logs "$container" 2>&1 | tail -n 20
  echo "--- the answer to the request:"
  cat "$work/answer" "$work/helper.log" 2>/dev/null || true
  fail "$@"
}

# One line for each process of the container:
#   PID PARENT CAPEFF UIDS GIDS GROUPS COMMAND…
# with the four uids and gids, and the groups, joined by commas. For `cat` see
# outside.sh.
processes() {
  # shellcheck disable=SC2016 # expanded in the container
  helper --pid "container:$container" -- bash -c '
    joined() { local IFS=,; printf "%s " "${*:-none}"; }
    for folder in /proc/[0-9]*; do
      pid=${folder#/proc/}
      [[ $pid != "$$" ]] || continue
      status=$(cat "$folder/status" 2>/dev/null) || continue
      while read -r key values; do
        declare "${key%:}=$values"
      done <<<"$status"
      mapfile -d "" -t words <"$folder/cmdline"
      printf "%s %s %s " "$pid" "$PPid" "$CapEff"
      joined $Uid; joined $Gid; joined $Groups
      printf "%s\n" "${words[*]}"
    done'
}

# Sets `folder` to a new one of the host in which a shell ran COMMANDS, or
# `why` there is none.
new_folder() { # COMMANDS
  mkdir -p "$work/folders"
  folder=$(mktemp -d "$work/folders/XXXXXX")
  helper -v "$folder:/mnt" -w /mnt -- bash -ec "chmod 755 . && $1" || {
    why="could not be prepared: $(<"$work/helper.log")"
    return 1
  }
}

last_line() {
  local line
  line=$(docker logs --tail 1 "$container" 2>&1)
  printf '%s' "${line:-nothing in its log}"
}
