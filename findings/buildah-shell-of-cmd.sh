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
# shellcheck source-path=SCRIPTDIR source=lib/buildah.sh
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/lib/buildah.sh"

file='FROM scratch\nSHELL ["/bin/bash", "-euc"]\nCMD server --port 80\n'
expect 'CMD, --format docker' '[/bin/sh -c server --port 80]' \
  "$(built "$file" Cmd --format docker)"
expect 'SHELL, --format docker' '[/bin/bash -euc]' \
  "$(buildah inspect --type image --format '{{.Docker.Config.Shell}}' image)"
expect 'CMD, --format oci' '[/bin/sh -c server --port 80]' \
  "$(built "$file" Cmd --format oci)"
