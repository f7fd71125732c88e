# shellcheck shell=bash
# What the scripts of this folder share. ctest sets HARDEN_SYSTEM_STATE: the
# folder in which engine.sh tells the others which engine to use.

state=${HARDEN_SYSTEM_STATE:?is set by ctest}
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")

# ctest counts 77 as skipped and shows what was printed.
skip() {
  printf 'skipped: %s\n' "$*"
  exit 77
}
fail() {
  printf 'FAILED: %s\n' "$*"
  exit 1
}

# Sets the variables that engine.sh left: `client`, `prefix`, `owned`,
# DOCKER_HOST; skips where there is no engine.
use_engine() {
  [[ -e $state/engine ]] || skip "the engine was not started"
  # shellcheck disable=SC1091 # made at run time
  . "$state/engine"
  [[ -z ${no_engine:-} ]] || skip "$no_engine"
}

docker() { command "${client:?}" "$@"; }

# The name under which the engine has an image that Dockerfiles call $1. In an
# engine that is somebody's own, `debian:bookworm` stays what it was there.
image() { printf '%s%s\n' "$prefix" "$1"; }

# Names of the images that bases.sh provides, with all their tags.
stand_ins() {
  echo debian:bookworm
  echo debian:bookworm-slim
  sed -n 's/^# tag: //p' "$here"/bases/*/Dockerfile
}

# Points a Dockerfile at the stand-ins where those have other names.
name_bases() { # FILE
  local name
  [[ -n $prefix ]] || return 0
  while read -r name; do
    sed -i -E "s#^((FROM|from)( +--[^ ]+)* +)(${name//./\\.})([[:space:]]|\$)#\1$prefix\4\5#" "$1"
  done < <(stand_ins)
}
