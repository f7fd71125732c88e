#!/bin/bash
# fish.sh PROGRAM: the completion of fish, which completes lines for scripts.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"

needs fish
"$harden" completion fish >completion.fish
fish -n completion.fish || fail "fish does not take the script"
export HOME=$folder XDG_CONFIG_HOME=$folder/config

# Without the descriptions behind the tabs.
offered() {
  # shellcheck disable=SC2016 # expanded by fish
  fish --no-config -c 'source completion.fish; complete -C $argv[1]' "$1" |
    cut -f 1
}

check_all
offers 'harden check --format=' --format=json
offers 'harden Dockerfile --emit run,com' run,compose
offers 'harden Dockerfile --context se' services/
