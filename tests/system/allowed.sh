#!/bin/bash
# allowed.sh: once all traces ran, how many calls their profiles allow.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"

[[ -d $state/allowed ]] || skip "nothing was traced"
printf 'system calls that profiles allow, of those that the default does:\n\n'
sort "$state"/allowed/*
