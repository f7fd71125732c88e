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
# shellcheck source-path=SCRIPTDIR source=lib/buildah.sh
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/lib/buildah.sh"

missing() { built "$1" User | grep -o "Missing ':' .*"; }

expect "USER \${U:-app}" app "$(built 'FROM scratch\nUSER ${U:-app}\n' User)"
expect "USER \${U:+app}, U set" app \
  "$(built 'FROM scratch\nENV U=x\nUSER ${U:+app}\n' User)"
expect "USER \${U-app}" "Missing ':' in substitution: \${U-app}" \
  "$(missing 'FROM scratch\nUSER ${U-app}\n')"
expect "USER \${U%%:*}" "Missing ':' in substitution: \${U%%:*}" \
  "$(missing 'FROM scratch\nENV U=app:x\nUSER ${U%%:*}\n')"
