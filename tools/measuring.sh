# shellcheck shell=bash
# What the program costs, and what breaks it; read by ./dev.
: "${root:?}"

run_bench() {
  if [[ ${1:-} == build ]]; then
    shift
    setup build test bench
    "$root/tools/bench_build.sh" "$@"
    return
  fi
  setup build bench
  say "building the release program and the benchmarks"
  (cd "$root" && build release bench) >&2
  install_peers "$root/build/release/tests/bench/peers"
  "$root/build/release/tests/bench/bench" "$root/build/release/harden" "$@"
}

# install_peers FOLDER: programs that harden is compared with, where there is npm.
install_peers() {
  local names=(dockerfile-utils@0.16.3 dockerfilelint@1.8.0)
  if ! command -v npm >/dev/null; then
    say "no npm: no peers to compare with"
    return 0
  fi
  [[ ! -d $1/node_modules/dockerfilelint ]] || return 0
  mkdir -p "$1"
  quietly timeout 300 npm install --prefix "$1" --no-audit --no-fund \
    --ignore-scripts "${names[@]}" || say "the peers could not be installed"
}

# Shows what a command prints only where it fails.
quietly() {
  local output status=0
  output=$("$@" 2>&1) || status=$?
  [[ $status -eq 0 ]] || printf '%s\n' "$output" >&2
  return "$status"
}

# A target is tests/fuzz/NAME_fuzz.cpp, with seeds in NAME_seeds/ and words in
# NAME.dict; the first one's have names from when it was the only one.
run_fuzz() {
  local seconds=600 what=parse targets seeds words word
  for word in "$@"; do
    if [[ $word =~ ^[0-9]+$ ]]; then seconds=$word; else what=$word; fi
  done
  if [[ $what == follow ]]; then
    setup build
    (cd "$root" && build quick differential)
    "$root/build/quick/tests/differential/differential" \
      --seconds "$seconds" --seed "$(date +%s)000000"
    return
  fi
  targets=$(cd "$root/tests/fuzz" && echo *_fuzz.cpp)
  targets=${targets//_fuzz.cpp/}
  [[ " $targets " == *" $what "* ]] ||
    die "fuzz takes a number of seconds and one of: follow $targets"
  case $what in
    parse) seeds=seeds words=dockerfile.dict ;;
    *) seeds=${what}_seeds words=$what.dict ;;
  esac
  setup build fuzz
  (cd "$root" && build fuzz "${what}_fuzz")
  local work=$root/build/fuzz/$what
  mkdir -p "$work/inputs"
  # What it finds is kept from run to run; a crash lies in build/fuzz/$what.
  "$root/build/fuzz/tests/fuzz/${what}_fuzz" -max_total_time="$seconds" \
    -timeout=10 -rss_limit_mb=4096 -max_len=16384 -print_final_stats=1 \
    -dict="$root/tests/fuzz/$words" -artifact_prefix="$work/" \
    "$work/inputs" "$root/tests/fuzz/$seeds"
}
