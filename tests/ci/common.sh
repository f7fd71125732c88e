# shellcheck shell=bash
# What the scripts of this folder share: each is called with the program, and
# works in a folder of its own with nobody's settings.

# shellcheck disable=SC2034 # for those who read this file
program=$(readlink -f "${1:?the program}")
# shellcheck disable=SC2034 # for those who read this file
root=$(dirname "$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export HOME=$folder/home GIT_CONFIG_NOSYSTEM=1
mkdir "$HOME" "$folder/bin"
ln -s "$program" "$folder/bin/harden"

skip() {
  printf 'skipped: %s\n' "$*"
  exit 77
}
fail() {
  printf 'FAILED: %s\n' "$*"
  exit 1
}
needs() {
  command -v "$1" >/dev/null || skip "$1 is not installed"
}

# ends_with STATUS COMMAND…: it ends with this status; `said` is what it printed.
# shellcheck disable=SC2034 # for those who read this file
ends_with() {
  local wanted=$1 status=0
  shift
  said=$("$@" 2>&1) || status=$?
  [[ $status -eq $wanted ]] ||
    fail "\`$*\` ended with $status instead of $wanted: $said"
}

# says TEXT…: `said` holds each of them.
says() {
  local text
  for text in "$@"; do
    [[ $said == *"$text"* ]] || fail "nothing says \`$text\`: $said"
  done
}

new_repository() { # folder
  git init -q -b main "$1"
  git -C "$1" config user.name tester
  git -C "$1" config user.email tester@localhost
}

root_dockerfile() {
  printf 'FROM debian:12\nRUN apt-get update && apt-get install -y redis-server\nCMD ["redis-server"]\n'
}

# A release as ./dev package makes it, with the program at hand.
make_release() { # folder version
  local name
  name=harden-$2-linux-$(uname -m)
  mkdir -p "$1/v$2" "$folder/$name/bin"
  cp "$program" "$folder/$name/bin/harden"
  tar -C "$folder" -czf "$1/v$2/$name.tar.gz" "$name"
  (cd "$1/v$2" && sha256sum "$name.tar.gz" >"$name.tar.gz.sha256")
  rm -r "${folder:?}/$name"
}
