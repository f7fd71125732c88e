#!/bin/bash
# buildah 1.28.2 (Debian 12): a line that ends in two backslashes goes on in the
# next one.
#
# In BuildKit's and docker's parsers the last backslash continues a line only
# where no other stands before it, so `CMD echo a \\` is a whole instruction and
# a USER below it counts. In buildah the USER becomes a part of CMD and is gone:
# the same file gives an image with a user to docker and one that runs as root
# to buildah and podman. A blank behind the backslashes changes nothing.
#
# Output seen:
#   USER below two backslashes:                  (none)
#   CMD of that image:                           [/bin/sh -c echo a \USER app]
#   USER below a plain line:                     app
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

file='FROM scratch\nCMD echo a \\\\\nUSER app\n'
user=$(built "$file" User)
expect 'USER below two backslashes' '(none)' "${user:-(none)}"
expect 'CMD of that image' '[/bin/sh -c echo a \USER app]' \
  "$(built "$file" Cmd)"
expect 'USER below a plain line' app \
  "$(built 'FROM scratch\nCMD echo a\nUSER app\n' User)"
