# shellcheck shell=bash
# CMake and ninja; read by ./dev.
: "${root:?}"

# configure PRESET: also when the presets have changed since.
configure() {
  [[ $root/build/$1/build.ninja -nt $root/CMakePresets.json ]] ||
    (cd "$root" && cmake --preset "$1")
}

# build PRESET [TARGET…]
build() {
  local preset=$1
  shift
  configure "$preset" &&
    cmake --build "$root/build/$preset" ${1:+--target "$@"}
}

# build_quietly PRESET WHAT TARGET…: without a word where that is quick. What is
# printed goes to a file: standard output is harden's, and nobody reads a
# compiler's successes.
build_quietly() {
  local preset=$1 what=$2 log=$root/build/$1.log
  shift 2
  mkdir -p "$root/build"
  [[ -f $root/build/$preset/build.ninja ]] ||
    say "building $what, the first time takes a few minutes" \
      "(log: build/$preset.log)"
  logged "building $what" "$log" build "$preset" "$@" || {
    tail -n 40 "$log" >&2
    die "$what could not be built; the whole log is $log"
  }
}

build_program() {
  build_quietly release harden harden
}

presets() {
  sed -n '/"configurePresets"/,/"buildPresets"/s/^ *"name": "\(.*\)",$/\1/p' \
    "$root/CMakePresets.json" | grep -vx base
}

run_build() {
  local preset=${1:-release}
  presets | grep -qxF -e "$preset" ||
    die "no such preset: $preset; there are $(presets | paste -sd ' ')"
  setup build
  case $preset in
    release) ;;
    fuzz) setup fuzz ;;
    *) setup test ;;
  esac
  build "$preset"
  [[ -e $root/compile_commands.json ]] ||
    say "for your editor: ln -s build/$preset/compile_commands.json" \
      "compile_commands.json"
}
