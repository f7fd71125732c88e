#!/bin/bash
# podman-compose 1.0.3 (Debian 12): the mode of a tmpfs volume is handed on in
# decimal.
#
# `mode: 0700` is an octal number in YAML 1.1, 448 to whoever reads it; a mount
# option is octal again. podman-compose writes `mode=448`, which the kernel reads
# as octal digits and refuses for the 8 (and `mode: 0755`, 493, for the 9), while
# `mode: 0711` arrives as 457. The short form, `tmpfs: /x:mode=0700`, is text and
# arrives as it is.
#
# Output seen:
#   volumes, mode: 0700:               --tmpfs /x:mode=448
#   tmpfs: /x:mode=0700:               --tmpfs /x:mode=0700
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib/podman_compose.sh
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/lib/podman_compose.sh"

tmpfs() { called "$1" | grep -o -e '--tmpfs [^ ]*'; }

expect 'volumes, mode: 0700' '--tmpfs /x:mode=448' \
  "$(tmpfs '    volumes:\n      - {type: tmpfs, target: /x, tmpfs: {mode: 0700}}\n')"
expect 'tmpfs: /x:mode=0700' '--tmpfs /x:mode=0700' \
  "$(tmpfs '    tmpfs: /x:mode=0700\n')"
