# shellcheck shell=bash disable=SC2034,SC2154
# A start script that writes where no mount fits: run.sh leaves the root
# writable, says so, and starts it; with a read-only root it would not.
listens=8000
program='python server.py'

check() {
  write_bundle
  build Dockerfile.secure hardened
  grep -q 'no --read-only: .*settings.json' "$bundle/run.sh" ||
    grep -A1 'no --read-only' "$bundle/run.sh" | grep -q settings.json ||
    fail "run.sh does not say why the root is writable"
  fresh || fail_with_logs "$why"
  remove
  if fresh --read-only; then
    fail "it starts with a read-only root: run.sh need not leave it writable"
  fi
  echo "with --read-only: $why"
}
