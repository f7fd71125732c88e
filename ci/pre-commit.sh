#!/bin/bash
# pre-commit.sh ARGS…: runs harden for the hooks of .pre-commit-hooks.yaml.
#
# The one of the PATH is taken where there is one: the Debian package or the
# tarball. Otherwise this checkout, which pre-commit keeps, is built once.
set -euo pipefail

root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")

if program=$(command -v harden); then
  pinned=$(sed -n 's/^project(harden VERSION \([^ ]*\).*/\1/p' \
    "$root/CMakeLists.txt")
  found=$("$program" --version | cut -d ' ' -f 2)
  [[ $found == "$pinned" ]] ||
    echo "harden: $program is $found, while the hook's rev is $pinned" >&2
  exec "$program" "$@"
fi
exec "$root/dev" run "$@"
