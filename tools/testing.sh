# shellcheck shell=bash
# The tests; read by ./dev.
: "${root:?}"

run_tests() {
  local system='' preset=dev pattern='' arguments=() argument status=0
  for argument in "$@"; do
    case $argument in
      --system) system=yes ;;
      --all) export HARDEN_TEST_ALL=1 ;;
      --quick) preset=quick ;;
      *) arguments+=("$argument") ;;
    esac
  done
  # Rooms and areas in one process each, but by name when a name is asked for.
  if [[ ${#arguments[@]} -gt 0 && ${arguments[0]} != -* ]]; then
    pattern=${arguments[0]}
    arguments=(-R "$pattern" -LE '^whole$' "${arguments[@]:1}")
  else
    arguments=(-LE '^single$' "${arguments[@]}")
  fi
  setup build test ${system:+system}
  if [[ -z $system ]]; then
    build_for_tests "$preset" "$pattern"
    run_ctest "$preset" "${arguments[@]}" || status=1
    tell_skipped "$root/build/$preset"
    [[ -n $pattern ]] ||
      say "without the tests that need a container engine;" \
        "./dev test --system runs them too"
    return "$status"
  fi
  build_program # what the containers are hardened with
  start_system_tests "${arguments[@]}"
  build_for_tests "$preset" "$pattern" || status=1
  if [[ -z $pattern || -n $(names_of_tests "$preset" "$pattern") ]]; then
    run_ctest "$preset" "${arguments[@]}" || status=1
    tell_skipped "$root/build/$preset"
  fi
  [[ $status -eq 0 ]] || say "not all is well above"
  end_system_tests || status=1
  return "$status"
}

# The tests of containers wait more than they compute: they run while the others
# are compiled, which leaves them the processors that they need, and several at
# a time. Their process group ends when this script does; what they print is
# shown at their end.
start_system_tests() { # ARGS…
  local folder=$root/build/system
  mkdir -p "$folder"
  say "the tests with containers run beside the others (log: build/system.log)"
  set -m
  run_system_tests "$folder" "$@" >"$root/build/system.log" 2>&1 </dev/null &
  set +m
  system_tests=$!
  trap 'kill -- "-$system_tests" 2>/dev/null || true' EXIT
  renice -n 10 -p "$$" >/dev/null
}

end_system_tests() {
  local status=0
  wait "$system_tests" || status=1
  trap - EXIT
  cat "$root/build/system.log"
  return "$status"
}

run_system_tests() { # FOLDER ARGS…
  local folder=$1
  shift
  cmake -S "$root/tests/system" -B "$folder" -G Ninja
  rm -f "$folder/system-state.died"
  run_ctest system --no-tests=ignore -j "$(($(nproc) * 2))" "$@" && return
  only_engine_failed "$folder" || return 1
  say "the container engine died in the middle; what failed runs once more"
  run_ctest system --rerun-failed
}

# Some versions of dockerd die now and then while they build (moby#42422); that
# says nothing about the container tests that were cut off. What else failed did.
only_engine_failed() { # FOLDER
  [[ -e $1/system-state.died ]] &&
    ! grep -qv ':system\.' "$1/Testing/Temporary/LastTestsFailed.log"
}

# Of a program with many tests ctest tells only whether all went well.
tell_skipped() { # FOLDER
  awk '/: Skipped$/ { getline why }
    $2 == "SKIPPED" && /ms\)$/ { print "dev: skipped " $4 ": " why }' \
    "$1/Testing/Temporary/LastTest.log" >&2
}

# run_ctest FOLDER ARGS…: ctest's summary is the last that is printed.
run_ctest() {
  local folder=$root/build/$1
  shift
  # What was freed need not be kept for as long as AddressSanitizer would.
  ASAN_OPTIONS=${ASAN_OPTIONS:-quarantine_size_mb=4:malloc_context_size=8} \
    ctest --test-dir "$folder" --no-tests=error --output-on-failure \
      -j "$(($(nproc) + 1))" "$@" # some wait for a container
}

# build_for_tests PRESET PATTERN: all tests for an empty pattern. Those of
# containers take the program of build/release alone.
build_for_tests() {
  local preset=$1 pattern=$2 targets=()
  if [[ -n $pattern ]]; then
    configure "$preset" >&2
    mapfile -t targets < <(targets_for "$preset" "$pattern" | sort -u)
    [[ ${#targets[@]} -gt 0 ]] || return 0
  fi
  build "$preset" "${targets[@]}"
}

# targets_for PRESET PATTERN: what has to be built for the tests whose names
# match. Those of GoogleTest are known to ctest once they are built, hence the
# look into their sources.
targets_for() {
  local preset=$1 pattern=$2 folder unit
  for folder in "$root"/tests/unit/*/; do
    unit=$(basename "$folder")
    ! names_in "$unit." "$folder" | grep -qE -e "$pattern" || echo "unit_$unit"
  done
  for unit in who corpus; do
    ! names_in '' "$root/tests/$unit" | grep -qE -e "$pattern" ||
      echo "${unit}_tests"
  done
  ! names_in '' "$root/tests/golden" | grep -qE -e "$pattern" ||
    echo hostile_tests
  names_of_tests "$preset" "$pattern" | target_of_name
}

# names_of_tests PRESET PATTERN: those that ctest knows.
names_of_tests() {
  ctest --test-dir "$root/build/$1" -N -R "$2" |
    sed -n 's/^ *Test *#[0-9]*: //p'
}

# names_in PREFIX FOLDER: SUITE.NAME of the tests below it.
names_in() {
  find "$2" -name '*.cpp' -exec cat {} + | tr '\n' ' ' |
    grep -oE '\<(TEST|TEST_F|TEST_P|TYPED_TEST|RC_GTEST_PROP)\( *\w+, *\w+' |
    sed -E "s/^[A-Z_]+\( *(\w+), *(\w+)/$1\1.\2/"
}

# Of the tests that are no GoogleTest programs' own.
target_of_name() {
  local name
  while IFS= read -r name; do
    case $name in
      Golden.*) echo golden_tests ;;
      fuzz.*) echo fuzz_replay ;;
      knowledge.bad_templates) echo make_knowledge ;;
      check_report.* | check_fix | completion.* | ci.* | config_schema)
        echo harden
        ;;
    esac
  done
}
