#!/bin/bash
# podman-compose 1.0.3 (Debian 12): several limits of a service are dropped
# without a word.
#
# Memory and processors arrive at podman, from `mem_limit` and `cpus` as from
# `deploy.resources.limits`. The number of processes does not, neither from
# `pids_limit` nor from `deploy.resources.limits.pids`; nor do `memswap_limit`,
# `oom_score_adj`, `group_add`, `ipc` and `userns_mode`. Nothing is printed about
# them: the container runs without.
#
# Output seen:
#   mem_limit, cpus:                   --cpus 0.5 -m 64m
#   pids_limit:                        nothing
#   deploy, pids:                      nothing
#   memswap_limit:                     nothing
#   group_add:                         nothing
#   ipc:                               nothing
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib/podman_compose.sh
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/lib/podman_compose.sh"

bare=$(called '')
adds() { # what the keys add to the call
  local words
  words=$(diff <(tr ' ' '\n' <<<"$bare") <(called "$1" | tr ' ' '\n') |
    sed -n 's/^> //p' | grep -v '^io.podman.compose.config-hash' || true)
  paste -sd ' ' <<<"${words:-nothing}"
}

expect 'mem_limit, cpus' '--cpus 0.5 -m 64m' \
  "$(adds '    mem_limit: 64m\n    cpus: 0.5\n')"
expect 'pids_limit' nothing "$(adds '    pids_limit: 100\n')"
expect 'deploy, pids' nothing \
  "$(adds '    deploy: {resources: {limits: {pids: 100}}}\n')"
expect 'memswap_limit' nothing "$(adds '    memswap_limit: 64m\n')"
expect 'group_add' nothing "$(adds '    group_add: ["44"]\n')"
expect 'ipc' nothing "$(adds '    ipc: private\n')"
