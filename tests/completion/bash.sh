#!/bin/bash
# bash.sh PROGRAM: the completion of bash, as readline would call it.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"

"$harden" completion bash >completion.bash
if command -v shellcheck >/dev/null; then
  shellcheck -s bash completion.bash || fail "shellcheck complains"
fi

# In a bash of its own, which has neither bash-completion nor options set.
offered() {
  # shellcheck disable=SC2016 # expanded by the inner shell
  bash --norc -c '
    . ./completion.bash
    [[ $(complete -p harden) == "complete -F _harden harden" ]] || exit 1
    COMP_LINE=$1
    line=${1//=/ = }
    read -ra COMP_WORDS <<<"$line"
    [[ $line != *" " ]] || [[ $1 == *= ]] || COMP_WORDS+=("")
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _harden harden
    printf "%s\n" "${COMPREPLY[@]}"
  ' bash "$1"
}

check_all
offers 'harden check --format=' json sarif
offers 'harden check --format=js' json
offers 'harden Dockerfile --emit run,com' run,compose
offers 'harden Dockerfile --context se' services
