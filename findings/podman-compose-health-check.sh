#!/bin/bash
# podman-compose 1.0.3 (Debian 12): a health check in exec form is run by a
# shell.
#
# `test: ["CMD", "/server", "--check"]` starts /server by itself, says the Compose
# specification, and docker compose does so. podman-compose hands `/bin/sh -c`
# and the words to podman. In an image without a shell (from scratch, distroless)
# the check then always fails, and what depends on `service_healthy` never
# starts.
#
# Output seen:
#   CMD:                               /bin/sh -c /server' '--check
#   CMD-SHELL:                         /bin/sh -c '/server --check'
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib/podman_compose.sh
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/lib/podman_compose.sh"

check() {
  called "    healthcheck:\n      test: $1\n" >/dev/null
  grep -A1 -xe --healthcheck-command calls | tail -n 1
}

expect 'CMD' "/bin/sh -c /server' '--check" \
  "$(check '["CMD", "/server", "--check"]')"
expect 'CMD-SHELL' "/bin/sh -c '/server --check'" \
  "$(check '["CMD-SHELL", "/server --check"]')"
