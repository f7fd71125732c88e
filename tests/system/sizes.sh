#!/bin/bash
# sizes.sh: prints the table of what the cases with scratch.sh noted.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"

use_engine
[[ -z ${no_bases:-} ]] || skip "$no_bases"
[[ -d $state/sizes ]] || skip "no image from scratch was built"
printf '%-20s %13s %13s %6s\n' image before 'from scratch' times
sort "$state"/sizes/*
