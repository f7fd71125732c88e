#!/bin/bash
# bench_build.sh [BEFORE]: what building harden costs at HEAD, beside a commit
# of before (0733439), in temporary clones: the release program from nothing
# without a cache, one after the other; and how long a change of one source
# takes until its tests have run. Changes that are not committed are not in it.
set -euo pipefail

root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
before=$(git -C "$root" rev-parse --verify --short "${1:-0733439}^{commit}")
after=$(git -C "$root" rev-parse --short HEAD)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
TIMEFORMAT='%R %U %S'

clone() { # COMMIT
  git clone -q --no-checkout "$root" "$scratch/$1"
  git -C "$scratch/$1" checkout -q "$1"
}

# timed LOG COMMAND…: seconds of the clock, of the processor for the user and
# for the kernel, children included.
timed() {
  local log=$1 figures
  shift
  figures=$({ time "$@" >"$log" 2>&1; } 2>&1) || {
    tail -n 20 "$log" >&2
    echo "bench build: failed, see above" >&2
    return 1
  }
  echo "$figures"
}

from_nothing() { # FOLDER
  cd "$1" && cmake --preset release &&
    cmake --build build/release --target harden
}

# From nothing: wall seconds, processor seconds.
build_once() { # COMMIT
  local wall user kernel
  clone "$1"
  read -r wall user kernel < <(CCACHE_DISABLE=1 \
    timed "$scratch/$1.log" from_nothing "$scratch/$1")
  [[ -x $scratch/$1/build/release/harden ]]
  echo "$wall $(sum "$user" "$kernel")"
}

sum() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.1f", a + b }'; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

compare_builds() {
  local wall_before cpu_before wall_after cpu_after
  echo "building $before" >&2
  read -r wall_before cpu_before < <(build_once "$before")
  echo "building $after" >&2
  read -r wall_after cpu_after < <(build_once "$after")
  printf 'the release program, from nothing, without ccache, on %s processors:\n' \
    "$(nproc)"
  printf '%-12s %14s %14s\n' commit 'processor s' 'clock s'
  printf '%-12s %14s %14s\n' "$before" "$cpu_before" "$wall_before" \
    "$after" "$cpu_after" "$wall_after" ratio \
    "$(ratio "$cpu_after" "$cpu_before")" "$(ratio "$wall_after" "$wall_before")"
  echo 'aim: a quarter of the processor time (0.25)'
}

# Sources of a room at the bottom, in the middle, and at the top.
changed_sources() {
  local room
  for room in base command cli; do
    find "$scratch/$after/src/$room" -name '*.cpp' ! -path '*/tables/*' \
      -exec wc -l {} + | grep -v ' total$' | sort -n | tail -n 1 |
      awk '{ print $2 }'
  done
}

rebuild_and_test() { # FOLDER ROOM
  cd "$1" && cmake --build build/quick --target "unit_$2" &&
    ctest --test-dir build/quick -R "^$2\." -j "$(nproc)"
}

time_a_change() {
  local source room wall rest
  echo "building the tests of $after" >&2
  (cd "$scratch/$after" && cmake --preset quick &&
    cmake --build build/quick --target unit_base unit_command unit_cli) \
    >"$scratch/tests.log" 2>&1
  echo 'a line more in one source, until the tests of its room have run:'
  for source in $(changed_sources); do
    room=${source#"$scratch/$after/src/"}
    room=${room%%/*}
    # Code, for a comment is nothing to a compiler's cache.
    printf 'static_assert(%s > 0);\n' "$(date +%s%N)" >>"$source"
    read -r wall rest < <(timed "$scratch/change.log" \
      rebuild_and_test "$scratch/$after" "$room")
    printf '%8s s  %s\n' "$wall" "${source#"$scratch/$after/"}"
  done
  echo 'aim: below 30 s'
}

compare_builds
time_a_change
