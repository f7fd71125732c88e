#!/bin/bash
# buildah 1.28.2 (Debian 12): `${NAME-word}` is an error, though `${NAME:-word}`
# is not.
#
# BuildKit knows the forms with and without a colon (and patterns with `#`, `%`
# and `/`). buildah stops with "Missing ':' in substitution". The usual advice
# to write `${UID-1000}`, so that an empty value stays empty, thus breaks builds
# with podman; with a colon both understand it.
#
# Output seen:
#   USER ${U:-app}:                              app
#   USER ${U:+app}, U set:                       app
#   USER ${U-app}:                               Missing ':' in substitution: ${U-app}
#   USER ${U%%:*}:                               Missing ':' in substitution: ${U%%:*}
# shellcheck disable=SC2016 # the builder fills them in
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -q buildah=1.28.2+ds1-3+deb12u1+b3 libgpgme11=1.18.0-3+deb12u1 \
  libassuan0=2.5.5-5 >/dev/null 2>&1
for package in ./*.deb; do dpkg -x "$package" installed; done
export LD_LIBRARY_PATH=$work/installed/usr/lib/x86_64-linux-gnu
printf '{"default":[{"type":"insecureAcceptAnything"}]}' >policy.json

buildah() {
  installed/usr/bin/buildah --root "$work/root" --runroot "$work/runroot" \
    --storage-driver vfs "$@"
}

# built DOCKERFILE FIELD [OPTION…]: the field of the built image's
# configuration, or the error.
built() {
  printf '%b' "$1" >Dockerfile
  if buildah bud -q --signature-policy policy.json --isolation chroot \
    "${@:3}" -t image . >/dev/null 2>errors; then
    buildah inspect --type image --format "{{.OCIv1.Config.$2}}" image
  else
    sed -n 's/^Error: //p' errors | sed "s,$work/,,"
  fi
}

expect() { # WHAT EXPECTED SEEN
  printf '%-44s %s\n' "$1:" "$3"
  [[ $3 == "$2" ]] || {
    echo "changed; it was: $2"
    exit 1
  }
}

missing() { built "$1" User | grep -o "Missing ':' .*"; }

expect "USER \${U:-app}" app "$(built 'FROM scratch\nUSER ${U:-app}\n' User)"
expect "USER \${U:+app}, U set" app \
  "$(built 'FROM scratch\nENV U=x\nUSER ${U:+app}\n' User)"
expect "USER \${U-app}" "Missing ':' in substitution: \${U-app}" \
  "$(missing 'FROM scratch\nUSER ${U-app}\n')"
expect "USER \${U%%:*}" "Missing ':' in substitution: \${U%%:*}" \
  "$(missing 'FROM scratch\nENV U=app:x\nUSER ${U%%:*}\n')"
