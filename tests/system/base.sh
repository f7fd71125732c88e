#!/bin/bash
# base.sh [bare]: gives the engine the images that the cases build on; bare: only
# Debian itself.
#
# debian:bookworm is made with debootstrap (its archive is kept in the cache),
# everything else with the small Dockerfiles in bases/: stand-ins that are like
# the official images in what matters to harden; each says what it does not
# copy. HARDEN_TEST_REGISTRY=1 takes the real images instead.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"

cache=${XDG_CACHE_HOME:-$HOME/.cache}/harden
mirror=${HARDEN_DEBIAN_MIRROR:-http://deb.debian.org/debian}

not_here() {
  printf 'no_bases=%q\n' "$1" >>"$state/engine"
  skip "$1"
}

pull_real_images() {
  local name
  while read -r name; do
    if ! docker image inspect "$name" >/dev/null 2>&1; then
      docker pull -q "$name"
      echo "$name" >>"$state/pulled"
    fi
  done < <(stand_ins)
}

# The host's way to its mirror is the container's too.
copy_apt_settings() { # root
  apt-config dump 2>/dev/null |
    grep -E '^Acquire::(https?::Proxy|Check-(Valid-Until|Date)) ' \
      >"$1/etc/apt/apt.conf.d/99host" || true
}

# As in the official image: a layer that is thrown away when its build fails
# need not be on the disk after each file.
without_sync() { # archive
  local file=etc/dpkg/dpkg.cfg.d/docker-apt-speedup folder
  tar -tf "$1" "./$file" >/dev/null 2>&1 && return
  folder=$(mktemp -d)
  mkdir -p "$folder/${file%/*}"
  echo force-unsafe-io >"$folder/$file"
  cp "$1" "$1.$$"
  tar -C "$folder" --owner=0 --group=0 -rf "$1.$$" "./$file"
  mv "$1.$$" "$1"
  rm -rf "$folder"
}

debian_archive() {
  local archive=$cache/debian-bookworm.tar
  if [[ ! -e $archive ]]; then
    if [[ $EUID -ne 0 ]] || ! command -v debootstrap >/dev/null; then
      not_here "making the base image needs root and debootstrap"
    fi
    local folder
    folder=$(mktemp -d /var/tmp/harden-base.XXXXXX)
    # shellcheck disable=SC2064 # the value of now
    trap "rm -rf '$folder'" EXIT
    debootstrap --variant=minbase bookworm "$folder/root" "$mirror" \
      >"$folder/log" 2>&1 || {
      tail -n 5 "$folder/log"
      not_here "debootstrap could not make the base image from $mirror"
    }
    rm -rf "$folder/root/var/cache/apt/archives"/*.deb \
      "$folder/root/var/lib/apt/lists"/*_dists_*
    copy_apt_settings "$folder/root"
    mkdir -p "$cache"
    (umask 077 && tar -C "$folder/root" -cf "$archive.$$" .)
    mv "$archive.$$" "$archive"
  fi
  without_sync "$archive"
  echo "$archive"
}

build_stand_in() { # folder
  local tag text
  tag=$(sed -n 's/^# tag: //p' "$1/Dockerfile")
  text=$(mktemp)
  cp "$1/Dockerfile" "$text"
  name_bases "$text"
  # The classic builder is the one that every client drives.
  DOCKER_BUILDKIT=0 docker build -q --network host -t "$(image "$tag")" \
    -f - "$1" <"$text" >/dev/null 2>"$text.log" || {
    cat "$text.log"
    fail "the stand-in for $tag could not be built"
  }
  rm -f "$text" "$text.log"
  echo "made $(image "$tag")"
}

main() {
  use_engine
  if [[ ${HARDEN_TEST_REGISTRY:-} == 1 ]]; then
    pull_real_images
    return
  fi
  local archive folder build builds=() status=0
  archive=$(debian_archive) || {
    echo "$archive"
    exit 77
  }
  docker import --change 'CMD ["bash"]' "$archive" \
    "$(image debian:bookworm)" >"$state/import.log" 2>&1 ||
    not_here "the engine cannot unpack an image: $(<"$state/import.log")"
  docker tag "$(image debian:bookworm)" "$(image debian:bookworm-slim)"
  [[ ${1:-} != bare ]] || return 0
  for folder in "$here"/bases/*/; do
    build_stand_in "$folder" &
    builds+=("$!")
  done
  for build in "${builds[@]}"; do
    wait "$build" || status=1
  done
  return "$status"
}

main "$@"
