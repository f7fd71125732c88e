#!/bin/bash
# package.sh PROGRAM [--base IMAGE] [--tag NAME]: packs the static program.
#
# Into build/package come a Debian package, a tarball with its checksum, and,
# where a container engine answers, an image, hardened by the program itself.
# `./dev package` builds the program and calls this. --base names the image
# that the container image is built in, where debian:12 is called otherwise;
# --tag what it is called, if not harden:VERSION. ENGINE=/usr/bin/podman names
# the engine's program.
set -euo pipefail

here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
root=$(dirname "$here")
out=$root/build/package

say() { printf 'package: %s\n' "$*" >&2; }
die() {
  say "$*"
  exit 2
}

# The tree of both the package and the tarball, as it lies below /usr.
make_tree() {
  rm -rf "$tree"
  install -D -m 755 "$program" "$tree/bin/harden"
  strip --strip-unneeded "$tree/bin/harden"
  local share=$tree/share
  mkdir -p "$share/man/man1" "$share/doc/harden" \
    "$share/bash-completion/completions" "$share/zsh/vendor-completions" \
    "$share/fish/vendor_completions.d" "$share/lintian/overrides"
  "$program" man | gzip -9n >"$share/man/man1/harden.1.gz"
  "$program" completion bash >"$share/bash-completion/completions/harden"
  "$program" completion zsh >"$share/zsh/vendor-completions/_harden"
  "$program" completion fish >"$share/fish/vendor_completions.d/harden.fish"
  cmake -D "OUTPUT=$share/doc/harden/copyright" -P "$here/copyright.cmake"
  changelog | gzip -9n >"$share/doc/harden/changelog.gz"
  cp "$here/lintian-overrides" "$share/lintian/overrides/harden"
  find "$tree" -type d -exec chmod 755 {} +
  find "$share" -type f -exec chmod 644 {} +
  # Two packages of one commit are the same, byte for byte.
  find "$tree" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}

changelog() {
  printf 'harden (%s) unstable; urgency=low\n\n  * Packed by ./dev package.\n\n' \
    "$version"
  printf ' -- %s  %s\n' "$maintainer" \
    "$(date -u -R -d "@$SOURCE_DATE_EPOCH")"
}

make_deb() {
  rm -f "$out"/harden_*.deb
  local work=$out/cpack
  (cd "$out" && HARDEN_TREE=$tree HARDEN_VERSION=$version \
    HARDEN_MAINTAINER=$maintainer \
    cpack --config "$here/deb.cmake" -B "$work" >"$out/cpack.log" 2>&1) || {
    cat "$out/cpack.log" >&2
    die "cpack could not make the package"
  }
  mv "$work"/*.deb "$out/"
  rm -rf "$work" "$out/cpack.log"
}

# Elsewhere than on Debian there is no /usr/share/common-licenses.
make_license_texts() {
  local license
  rm -rf "$texts"
  install -D -m 644 "$root/LICENSE" "$texts/LICENSE"
  for license in GPL-3 LGPL-2.1; do
    install -D -m 644 "/usr/share/common-licenses/$license" \
      "$texts/share/doc/harden/licenses/$license"
  done
  find "$texts" -type d -exec chmod 755 {} +
}

make_tarball() {
  local name machine
  machine=$(uname -m)
  name=harden-$version-linux-$machine
  tarball=$name.tar.gz
  rm -f "$out"/harden-*.tar.gz "$out"/harden-*.tar.gz.sha256
  make_license_texts
  cp -r "$tree/." "$texts"
  tar -C "$texts" --sort=name --owner=0 --group=0 --numeric-owner \
    --exclude=./share/lintian --transform "s#^\\.#$name#" \
    --mtime="@$SOURCE_DATE_EPOCH" -cf - . | gzip -9n >"$out/$tarball"
  rm -rf "$texts"
  (cd "$out" && sha256sum "$tarball" >"$tarball.sha256")
}

# Says why there is no image; the packages are there all the same.
without_image() { say "without the container image: $*"; }

make_image() {
  local engine=${ENGINE:-docker}
  rm -rf "$out"/Dockerfile.secure*
  if ! timeout 20 "$engine" version --format '{{.Server.Version}}' \
    >/dev/null 2>"$out/docker.log"; then
    without_image "no engine answers: $(tail -n 1 "$out/docker.log")"
    rm -f "$out/docker.log"
    return
  fi
  # Its exit status tells whether the image runs without root.
  "$program" "$root/Dockerfile" --context "$root" --quiet --no-bundle \
    --rootfs=scratch \
    -o "$out/Dockerfile.secure" || die "harden does not harden its own image"
  # A context of what is needed; older builders know no Dockerfile.dockerignore.
  local context=$out/context
  local arguments=(--network none --build-arg "TARBALL=$tarball")
  mkdir -p "$context"
  cp -r "$root/dev" "$root/tools" "$out/$tarball" "$context"
  [[ -z $base ]] || arguments+=(--build-arg "BASE=$base")
  if ! "$engine" build -f "$out/Dockerfile.secure" -t "$image" \
    "${arguments[@]}" "$context" >"$out/docker.log" 2>&1; then
    without_image "it could not be built: $(tail -n 3 "$out/docker.log")"
    rm -rf "$context"
    return
  fi
  rm -rf "$out/docker.log" "$context"
  "$engine" save "$image" | gzip -n >"$out/harden-$version-image.tar.gz"
  say "the engine has $image"
}

main() {
  program=$(readlink -f "${1:?the program}")
  version=$("$program" --version | cut -d ' ' -f 2)
  shift
  base='' image=harden:$version
  while [[ $# -gt 0 ]]; do
    case $1 in
      --base) base=${2:?an image} ;;
      --tag) image=${2:?a name} ;;
      *) die "no such option: $1" ;;
    esac
    shift 2
  done
  umask 022
  tree=$out/tree texts=$out/texts
  maintainer=${HARDEN_MAINTAINER:-'The developers of harden <harden@localhost>'}
  # Where git tells no time, that of the sources' own list.
  export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(
    git -C "$root" log -1 --format=%ct 2>/dev/null ||
      stat -c %Y "$root/CMakeLists.txt"
  )}
  mkdir -p "$out"
  make_tree
  make_deb
  make_tarball
  rm -f "$out"/harden-*-image.tar.gz
  make_image
  rm -rf "$tree"
  (cd "$out" && ls -1 harden*)
}

main "$@"
