#!/bin/bash
# podman-compose 1.0.3 (Debian 12): of `sysctls` as a mapping only the names are
# handed on.
#
# The Compose specification takes a list ("net.core.somaxconn=1024") or a mapping
# (net.core.somaxconn: 1024); the mapping is what its examples show. Of the
# mapping podman-compose passes `--sysctl net.core.somaxconn`, without a value.
# The list arrives whole: a file for both tools has the list.
#
# Output seen:
#   a mapping:                         --sysctl net.core.somaxconn
#   a list:                            --sysctl net.core.somaxconn=1024
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib/podman_compose.sh
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/lib/podman_compose.sh"

sysctl() { called "$1" | grep -o -e '--sysctl [^ ]*'; }

expect 'a mapping' '--sysctl net.core.somaxconn' \
  "$(sysctl '    sysctls:\n      net.core.somaxconn: 1024\n')"
expect 'a list' '--sysctl net.core.somaxconn=1024' \
  "$(sysctl '    sysctls:\n      - net.core.somaxconn=1024\n')"
