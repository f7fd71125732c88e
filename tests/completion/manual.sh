#!/bin/bash
# manual.sh PROGRAM: the manual page, as man(1) and mandoc(1) read it.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"

"$harden" man >harden.1

check_page() { # text
  local command word
  grep -q '^NAME' "$1" || fail "no NAME in $1"
  for command in '' check policy 'profile apparmor' trace; do
    # shellcheck disable=SC2086 # the command and its verb
    for word in $(listed_options $command); do
      grep -qE -e "(^|[ ,])$word( |\$)" "$1" || fail "$1 tells nothing of $word"
    done
    [[ -z $command ]] || grep -q "^ *harden $command" "$1" ||
      fail "$1 tells nothing of harden $command"
  done
  # Nothing is taken for a control line, and no example is filled.
  grep -q '  harden check --fix --unsafe --diff Dockerfile' "$1" ||
    fail "an example is not as it is written"
}

read=''
if command -v groff >/dev/null; then
  groff -man -Tutf8 -ww -P-cbou -rLL=200n harden.1 >groff.txt 2>warnings
  [[ ! -s warnings ]] || fail "groff warns: $(<warnings)"
  check_page groff.txt
  read+=' groff'
fi
if command -v man >/dev/null && man --version 2>/dev/null | grep -q '^man '; then
  LC_ALL=C.UTF-8 MANROFFSEQ='' MANWIDTH=200 \
    man --warnings -l harden.1 2>warnings >man.txt
  [[ ! -s warnings ]] || fail "man warns: $(<warnings)"
  check_page man.txt
  read+=' man'
fi
if command -v mandoc >/dev/null; then
  # The page has no date, so that two builds are the same.
  mandoc -T lint -W warning harden.1 | grep -v 'missing date' >warnings || true
  [[ ! -s warnings ]] || fail "mandoc warns: $(<warnings)"
  read+=' mandoc'
fi
[[ -n $read ]] || skip "neither groff nor man nor mandoc is installed"
echo "read by:$read"
