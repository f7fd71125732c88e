#!/bin/bash
# shellcheck disable=SC2034,SC2154
# run_trace.sh SERVICE
#
# Lets `harden trace` watch the image of traces/SERVICE/app while it is asked
# request.sh, and start it under the profile that follows. What is checked says
# `check` in the service's case.sh; without one see check_trace below.
#
#   traces/SERVICE/app/Dockerfile  with its build context (a link is followed)
#   traces/SERVICE/request.sh      asks the service at $port for all that it can
#                                  do, from a container in the same network
#   traces/SERVICE/case.sh         sets
#     listens=8080      the port in the container
#     asker=python:3.11 the image in which request.sh runs
#     peer=yes          if there is an HTTPS server to ask; needs python3
#     starts=N          how often it is started under the profile (optional;
#                       see patience below)
#     prepare           changes the copy in $work/app (optional)
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"
# shellcheck source-path=SCRIPTDIR source=containers.sh
. "$here/containers.sh"
# shellcheck source-path=SCRIPTDIR source=bundle.sh
. "$here/bundle.sh"

# All of them are read by the files above.
# shellcheck disable=SC2034
name=trace-$1 builder=buildkit case_folder=$here/traces/$1
# shellcheck disable=SC2034
harden=${HARDEN_PROGRAM:?is set by ctest}

# How often it is started under a profile, to meet calls that are seldom made;
# `./dev test --system --all` has the patience for the whole number.
patience() { # STARTS
  if [[ ${HARDEN_TEST_ALL:-} == 1 ]]; then echo "$1"; else echo $((($1 + 2) / 3)); fi
}

starts=$(patience 30) watch=3s
prepare() { :; }

# The exercise is one more container, for the engine's host may know no way to
# the published port.
write_exercise() {
  [[ -z ${peer:-} ]] || start_peer >"$work/question"
  port=$listens request request >>"$work/question"
  cat >"$work/exercise" <<END
#!/bin/sh
exec "$client" run --rm -i --label harden-test=$run_id \\
  --network "container:\$HARDEN_CONTAINER" --user 65534:65534 \\
  --entrypoint bash "$(image "$asker")" -s <"$work/question"
END
  chmod 755 "$work/exercise"
}

# An HTTPS server at 127.0.0.1:9443, which the service may ask.
start_peer() {
  printf 'peer=yes\nPEM=%q python3 -c %q >/dev/null 2>&1 &\nsleep 1\n' \
    "$(<"$here/tls/server.pem")" "$(<"$here/peer.py")"
}

# Writes $work/PROFILE; what was said is printed and goes to $work/report.
trace() { # PROFILE [OPTION…]
  local status=0 profile=$1
  shift
  (cd "$work/app" && ENGINE=$client "$harden" trace Dockerfile \
    -o "$work/$profile" --exercise "$work/exercise" --for "$watch" \
    --build-network host --starts "$starts" "$@") >"$work/report" 2>&1 ||
    status=$?
  cat "$work/report"
  [[ $status -eq 0 ]] || fail "harden trace ended with status $status"
  grep -qF "started $starts times of $starts" "$work/report" ||
    fail "it did not start each time"
  nothing_is_left
}

# How many names the last profile allows.
allowed() {
  sed -n 's/^the profile allows \([0-9]*\) .*/\1/p' "$work/report"
}

# Others trace on the same engine: the report names what this one made.
nothing_is_left() {
  local made id
  id=$(grep -o 'harden-trace-[0-9a-f]\{8\}' "$work/report" | head -n 1)
  made=$({
    docker ps -a --format '{{.Names}}'
    docker volume ls -q
    docker network ls --format '{{.Name}}'
    docker image ls --format '{{.Repository}}'
  } | grep "^$id" || true)
  [[ -z $made ]] || fail "harden trace left behind: $made"
}

# The image as its run.sh starts it, with a profile; it has to answer,
# also after a pause.
answers_under() { # PROFILE
  launch --security-opt "seccomp=$work/$1" || fail "under $1 it $why"
  ask_network=container:$container port=$listens
  ask >/dev/null || fail_with_logs "under $1 it gives no answer"
  pause_a_moment || { remove; return 0; }
  ask >/dev/null || fail_with_logs "under $1 it gives no answer after a pause"
  remove
}

# The kernel lets a call that a freeze interrupted go on with restart_syscall.
pause_a_moment() {
  # It is to wait for something then.
  sleep 0.3
  if ! docker pause "$container" >/dev/null 2>"$work/log"; then
    echo "not paused, this engine cannot: $(tail -n 1 "$work/log")"
    return 1
  fi
  docker unpause "$container" >/dev/null
}

# For the table that allowed.sh prints.
note_allowed() { # WHAT COUNT
  local row
  row=$(printf '%-32s %4d of 361' "${name#trace-}$1" "$2")
  echo "allowed: $row"
  mkdir -p "$state/allowed"
  echo "$row" >"$state/allowed/$name$1"
}

check_trace() {
  trace seccomp.json
  note_allowed "" "$(allowed)"
  # shellcheck disable=SC2119 # none are wanted here
  check_known
}

# What is known of the runtime alone, without a trace.
# shellcheck disable=SC2120 # a service's case.sh passes them
check_known() { # [OPTION…]
  write_bundle "$@"
  build Dockerfile.secure hardened
  "$harden" profile seccomp "$work/app/Dockerfile" -o "$work/known.json" \
    >"$work/said" 2>&1 || {
    cat "$work/said"
    fail "no profile is written without a trace"
  }
  answers_under known.json
  answers_under seccomp.json
  note_allowed " without a trace" \
    "$(names_in known.json)"
}

# Names of rules that allow something.
names_in() { # PROFILE
  python3 - "$work/$1" <<'END'
import json, sys
rules = json.load(open(sys.argv[1]))["syscalls"]
print(len({name for rule in rules if rule["action"] == "SCMP_ACT_ALLOW"
           for name in rule["names"]}))
END
}

check() { check_trace; }

begin
[[ -z $prefix ]] || skip "this engine's base images have other names"
command -v python3 >/dev/null || skip "python3 is not installed"
# shellcheck disable=SC1091 # one for each service
. "$case_folder/case.sh"
prepare
given=$work/given
cp -r "$work/app" "$given"
write_exercise
check
