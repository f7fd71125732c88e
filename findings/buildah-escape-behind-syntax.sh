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
# shellcheck source-path=SCRIPTDIR source=lib/buildah.sh
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/lib/buildah.sh"

expect 'escape alone' 'map[a:b c:d io.buildah.version:1.28.2]' \
  "$(built '# escape=`\nFROM scratch\nLABEL a=b `\n c=d\n' Labels)"
expect 'escape behind syntax' "parsing main Dockerfile: Dockerfile: Syntax \
error - can't find = in \"\`\". Must be of the form: name=value" \
  "$(built '# syntax=docker/dockerfile:1\n# escape=`\nFROM scratch\n\
LABEL a=b `\n c=d\n' Labels)"
