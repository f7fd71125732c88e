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
# shellcheck source-path=SCRIPTDIR source=lib/buildah.sh
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/lib/buildah.sh"

file='FROM scratch\nCMD echo a \\\\\nUSER app\n'
user=$(built "$file" User)
expect 'USER below two backslashes' '(none)' "${user:-(none)}"
expect 'CMD of that image' '[/bin/sh -c echo a \USER app]' \
  "$(built "$file" Cmd)"
expect 'USER below a plain line' app \
  "$(built 'FROM scratch\nCMD echo a\nUSER app\n' User)"
