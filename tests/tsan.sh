#!/bin/bash
# What harden does on several threads, under ThreadSanitizer: fails at the first
# data race.
#
# usage: tests/tsan.sh FOLDER   with harden and unit_cli, built by preset tsan
set -euo pipefail

build=$1
root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
corpus=${XDG_CACHE_HOME:-$HOME/.cache}/harden/corpus

race=66
export TSAN_OPTIONS="halt_on_error=1 exitcode=$race"

# Where addresses are very random, they collide with those that the sanitizer
# needs for itself.
plain=()
if setarch -R true 2>/dev/null; then plain=(setarch -R); fi

# check_with FORMAT FOLDER…: whatever it finds is fine.
check_with() {
  local status=0
  "${plain[@]}" "$build/harden" check --jobs 8 --no-color --format "$1" \
    "${@:2}" >/dev/null 2>"$build/tsan.log" || status=$?
  [[ $status -gt 2 ]] || return 0
  tail -n 100 "$build/tsan.log" >&2
  echo "tsan: harden check --format $1 ended with status $status" >&2
  return 1
}

folders=("$root/tests" "$root/samples")
if [[ -d $corpus ]]; then
  folders+=("$corpus")
else
  echo "tsan: without the corpus: ./dev corpus fetches it" >&2
fi
for format in text json sarif; do check_with "$format" "${folders[@]}"; done

"${plain[@]}" "$build/tests/unit_cli" --gtest_brief=1 \
  --gtest_filter='OrderedPool.*:FaultOfOneFile.*:CheckFolders.*'
echo "tsan: no data race"
