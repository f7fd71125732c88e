# shellcheck shell=bash
# Servers on a real engine; read by ./dev.
: "${root:?}"

# run_lab NAME…: rows of tests/system/servers.txt, as they are and as harden
# makes them.
run_lab() {
  [[ $# -gt 0 ]] || die "usage: ./dev lab SERVER…, a name of tests/system/servers.txt"
  setup build system
  build_program
  local folder status=0
  folder=$(mktemp -d)
  export HARDEN_SYSTEM_STATE=$folder/state HARDEN_LAB=1
  export HARDEN_PROGRAM=${HARDEN_PROGRAM:-$root/build/release/harden}
  cd "$root/tests/system" || return
  trap '"$root/tests/system/engine.sh" stop' EXIT
  ./engine.sh start && ./base.sh bare || status=$?
  local name
  for name in "$@"; do
    [[ $status -ne 0 ]] || ./run_server.sh "$name" || true
  done
  ./engine.sh stop
  trap - EXIT
  rm -rf "$folder"
  return "$status"
}
