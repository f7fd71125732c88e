#!/bin/bash
# buildah 1.28.2 (Debian 12): SHELL is not used for a CMD in shell form, not even
# with --format docker, where the image's configuration does keep SHELL.
#
# The Dockerfile reference and BuildKit start `CMD server` with the words of
# SHELL. buildah writes `/bin/sh -c server` whatever SHELL says, and warns only
# for the OCI format ("SHELL is not supported for OCI image format"). What a
# SHELL does for the start (`pipefail`, a login shell, another interpreter, a
# wrapper that changes the user) is thus missing from images that buildah and
# podman build, while those of docker have it: such a wrapper belongs into
# ENTRYPOINT, in exec form.
#
# Output seen:
#   CMD, --format docker:                        [/bin/sh -c server --port 80]
#   SHELL, --format docker:                      [/bin/bash -euc]
#   CMD, --format oci:                           [/bin/sh -c server --port 80]
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

file='FROM scratch\nSHELL ["/bin/bash", "-euc"]\nCMD server --port 80\n'
expect 'CMD, --format docker' '[/bin/sh -c server --port 80]' \
  "$(built "$file" Cmd --format docker)"
expect 'SHELL, --format docker' '[/bin/bash -euc]' \
  "$(buildah inspect --type image --format '{{.Docker.Config.Shell}}' image)"
expect 'CMD, --format oci' '[/bin/sh -c server --port 80]' \
  "$(built "$file" Cmd --format oci)"
