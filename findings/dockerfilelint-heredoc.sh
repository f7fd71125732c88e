#!/bin/bash
# dockerfilelint 1.8.0 (npm) reads the lines of a heredoc as instructions.
#
# Heredocs are part of Dockerfiles since syntax 1.4 (2022). The linter knows
# nothing of them: a shell line is an "Invalid Command", and a line that begins
# with a word such as USER or ADD is judged as that instruction, though it is
# text for a file. A file with a heredoc cannot pass, and whoever silences the
# rule silences it for real mistakes.
#
# Output seen:
#   a script in a heredoc:                       Invalid Command: apt-get update; echo hi
#   the same, joined by &&:                      (none)
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund dockerfilelint@1.8.0 >/dev/null

expect() { # WHAT EXPECTED SEEN
  printf '%-44s %s\n' "$1:" "$3"
  [[ $3 == "$2" ]] || {
    echo "changed; it was: $2"
    exit 1
  }
}

# invalid TEXT: the lines that are no instructions to it.
invalid() {
  printf '%b' "$1" >Dockerfile
  ./node_modules/.bin/dockerfilelint -o json Dockerfile >report.json || true
  node -e "
    const found = require('./report.json').files[0].issues
      .filter((it) => it.title === 'Invalid Command')
      .map((it) => it.content.trim());
    console.log(found.length ? 'Invalid Command: ' + found.join('; ') : '(none)');"
}

expect 'a script in a heredoc' \
  'Invalid Command: apt-get update; echo hi' \
  "$(invalid 'FROM debian:12\nRUN <<EOF\napt-get update\necho hi\nEOF\n')"
expect 'the same, joined by &&' '(none)' \
  "$(invalid 'FROM debian:12\nRUN apt-get update && echo hi\n')"
