#!/bin/bash
# buildah 1.28.2 (Debian 12): the directive `# escape=` is not seen behind
# `# syntax=`.
#
# Parser directives may stand in any order at the top of a Dockerfile, and with
# BuildKit they do: `# syntax=` first is how nearly every file has it. buildah
# ends its search at the first line that is no directive of its own, which
# `# syntax=` is to it. Then the backquote is a plain letter.
#
# Output seen:
#   escape alone:                                map[a:b c:d io.buildah.version:1.28.2]
#   escape behind syntax:                        parsing main Dockerfile: Dockerfile: Syntax error - can't find = in "`". Must be of the form: name=value
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

expect 'escape alone' 'map[a:b c:d io.buildah.version:1.28.2]' \
  "$(built '# escape=`\nFROM scratch\nLABEL a=b `\n c=d\n' Labels)"
expect 'escape behind syntax' "parsing main Dockerfile: Dockerfile: Syntax \
error - can't find = in \"\`\". Must be of the form: name=value" \
  "$(built '# syntax=docker/dockerfile:1\n# escape=`\nFROM scratch\n\
LABEL a=b `\n c=d\n' Labels)"
