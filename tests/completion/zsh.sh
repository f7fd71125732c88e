#!/bin/bash
# zsh.sh PROGRAM: the completion of zsh, which only a terminal shows: one of
# zsh's own pseudo-terminals.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"

needs zsh
mkdir functions
"$harden" completion zsh >functions/_harden
zsh -n functions/_harden || fail "zsh does not take the script"

# All that _harden hands to zsh's `compadd`.
cat >offered.zsh <<'END'
zmodload zsh/zpty
zpty asked zsh -f -i
ask() { zpty -w asked "$1" }
ask 'PS1= PS2= TERM=dumb; unsetopt zle_bracketed_paste 2>/dev/null'
ask 'fpath=($PWD/functions $fpath); autoload -Uz compinit; compinit -u -d $PWD/dump'
ask 'zstyle ":completion:*" list-grouped false'
ask 'compadd() {
  local -a found
  if [[ " $* " == *" -O "* || " $* " == *" -A "* || " $* " == *" -D "* ]]; then
    builtin compadd "$@"
    return
  fi
  builtin compadd -O found "$@"
  print -rl -- $found >>offered
  builtin compadd "$@"
}'
ask 'finish() { zle -I; : >finished }; zle -N finish; bindkey "^X" finish'
ask 'bindkey "^I" complete-word; : >ready'
while [[ ! -e ready ]]; do zpty -r -t asked >/dev/null; sleep 0.05; done
zpty -w -n asked "$1"$'\t\x18'
repeat 100; do
  [[ ! -e finished ]] || break
  zpty -r -t asked >/dev/null
  sleep 0.05
done
zpty -d asked
END

offered() {
  rm -f ready finished offered
  : >offered
  timeout 20 zsh -f offered.zsh "$1" >/dev/null
  [[ -e finished ]] || fail "zsh does not come back from \`$1\`"
  sed 's/=$//' offered
}

check_all
offers 'harden Dockerfile --emit run,com' compose
offers 'harden Dockerfile --context se' services
