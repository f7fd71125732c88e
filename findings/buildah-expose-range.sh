#!/bin/bash
# buildah 1.28.2 (Debian 12): EXPOSE with a range of ports stays one entry.
#
# docker's builders write each port of `EXPOSE 8000-8002` into the image's
# configuration, as the OCI image specification has it: "port/tcp", "port/udp",
# "port". buildah keeps "8000-8002/tcp" as the name of one, and takes no offence
# at 80/http. Who reads ExposedPorts of images that others built (for network
# policies, for the ports that a program may bind) has to expect both.
#
# Output seen:
#   EXPOSE 8000-8002 53/udp:                     map[53/udp:{} 8000-8002/tcp:{}]
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

expect 'EXPOSE 8000-8002 53/udp' 'map[53/udp:{} 8000-8002/tcp:{}]' \
  "$(built 'FROM scratch\nEXPOSE 8000-8002 53/udp\n' ExposedPorts)"
