#!/bin/bash
# buildah 1.28.2 (Debian 12): an ENV wins over an ARG of the same name that
# stands below it.
#
# BuildKit takes the one that was set last: with `ENV U=x`, `ARG U=y` and `USER
# $U` its image runs as y, that of buildah (and of docker's older builder) as x.
# The Dockerfile reference says that ENV "always overrides" an ARG of the same
# name, which is what buildah does and BuildKit does not. So the user of such an
# image depends on who builds it, and a reader of the file alone cannot tell.
#
# Output seen:
#   ENV U=x, ARG U=y, USER $U:                   x
#   ARG U=y, ENV U=x, USER $U:                   x
#   the same with --build-arg U=z:               x
# shellcheck disable=SC2016 # the builder fills them in
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib/buildah.sh
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/lib/buildah.sh"

expect "ENV U=x, ARG U=y, USER \$U" x \
  "$(built 'FROM scratch\nENV U=x\nARG U=y\nUSER $U\n' User)"
expect "ARG U=y, ENV U=x, USER \$U" x \
  "$(built 'FROM scratch\nARG U=y\nENV U=x\nUSER $U\n' User)"
expect 'the same with --build-arg U=z' x \
  "$(built 'FROM scratch\nENV U=x\nARG U=y\nUSER $U\n' User --build-arg U=z)"
