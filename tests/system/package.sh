#!/bin/bash
# package.sh: the Debian package and the tarball run on a bare Debian 12.
#
# Bare: what debootstrap's smallest variant holds, the archive that base.sh
# keeps. No engine is needed, and `./dev package` must say that it misses one.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"

root=$(readlink -f "$here/../..") out=$root/build/package
archive=${XDG_CACHE_HOME:-$HOME/.cache}/harden/debian-bookworm.tar
[[ -x ${HARDEN_PROGRAM:?is set by ctest} ]] || skip "$HARDEN_PROGRAM is not built"
[[ $EUID -eq 0 ]] || skip "only root can enter a bare Debian"
[[ -e $archive ]] || skip "there is no bare Debian: $archive"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

pack() {
  DOCKER_HOST=unix://$work/nobody "$root/dev" package >"$work/list" \
    2>"$work/said" || fail "./dev package: $(<"$work/said")"
}

in_bare() { chroot "$work/bare" "$@"; }

check_program() { # path
  local status=0 said
  said=$(printf 'FROM debian:12\nCMD ["sleep"]\n' | in_bare "$1" check - 2>&1) ||
    status=$?
  [[ $status -eq 1 && $said == *HD101* ]] ||
    fail "$1 check ended with $status: $said"
  printf 'FROM debian:12\nCMD ["sleep", "1"]\n' | in_bare "$1" - 2>&1 |
    grep >/dev/null '^USER 10001:10001$' || fail "$1 does not harden a file"
}

check_deb() {
  local deb=$1 path
  if command -v lintian >/dev/null; then
    lintian --allow-root --fail-on error,warning "$deb" ||
      fail "lintian complains"
  else
    echo "lintian is not installed"
  fi
  cp "$deb" "$work/bare/harden.deb"
  in_bare dpkg -i /harden.deb >"$work/dpkg.log" 2>&1 ||
    fail "dpkg -i: $(<"$work/dpkg.log")"
  in_bare dpkg -V harden || fail "files are not as they were packed"
  check_program harden
  in_bare bash -c '. /usr/share/bash-completion/completions/harden
    complete -p harden' | grep >/dev/null _harden || fail "bash completes nothing"
  for path in zsh/vendor-completions/_harden \
    fish/vendor_completions.d/harden.fish doc/harden/copyright; do
    [[ -s $work/bare/usr/share/$path ]] || fail "no /usr/share/$path"
  done
  grep -qx 'License: libseccomp-dev' \
    "$work/bare/usr/share/doc/harden/copyright" ||
    fail "the terms of the libraries are missing"
  zcat "$work/bare/usr/share/man/man1/harden.1.gz" | grep >/dev/null '^\.TH HARDEN 1' ||
    fail "no manual page"
  in_bare dpkg -P harden >/dev/null 2>&1 || fail "it cannot be removed"
  [[ ! -e $work/bare/usr/bin/harden && ! -e $work/bare/usr/share/doc/harden ]] ||
    fail "files stay when it is removed"
}

check_tarball() { # path
  (cd "$out" && sha256sum --quiet -c "${1##*/}.sha256") || fail "wrong checksum"
  in_bare mkdir -p /opt
  in_bare tar -xzf - -C /opt <"$1"
  local file
  for file in LICENSE share/doc/harden/copyright \
    share/doc/harden/licenses/GPL-3 share/doc/harden/licenses/LGPL-2.1; do
    [[ -s $work/bare/opt/$(basename "$1" .tar.gz)/$file ]] || fail "no $file"
  done
  check_program "/opt/$(basename "$1" .tar.gz)/bin/harden"
}

pack
grep -q 'without the container image: no engine answers' "$work/said" ||
  fail "it does not say that there is no engine: $(<"$work/said")"
mapfile -t made <"$work/list"
[[ ${#made[@]} -eq 3 ]] || fail "other files than expected: ${made[*]}"

mkdir "$work/bare" "$work/first"
tar -C "$work/bare" -xf "$archive"
check_deb "$out"/harden_*.deb
check_tarball "$out"/harden-*-linux-*.tar.gz

# The same once more, byte for byte.
cp "$out"/harden* "$work/first"
pack
diff -r <(cd "$work/first" && sha256sum harden*) \
  <(cd "$out" && sha256sum harden*) || fail "two packages differ"
ls -l "$out"
