#!/bin/bash
# dockerfile-ast 0.7.1 (npm; the reader below Docker's language server and its
# formatter) takes two backslashes at a line's end for a continuation.
#
# To docker's and BuildKit's parsers a backslash with another one before it ends
# nothing: `RUN echo a \\` is whole, and the next line is an instruction. In
# dockerfile-ast that line becomes an argument, so an editor shows no USER where
# the engine has one.
#
# Output seen:
#   two backslashes:                             FROM RUN
#   none:                                        FROM RUN USER
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund dockerfile-ast@0.7.1 >/dev/null

expect() { # WHAT EXPECTED SEEN
  printf '%-44s %s\n' "$1:" "$3"
  [[ $3 == "$2" ]] || {
    echo "changed; it was: $2"
    exit 1
  }
}

# keywords TEXT: of all instructions.
keywords() {
  printf '%b' "$1" >Dockerfile
  node -e "
    const { DockerfileParser } = require('dockerfile-ast');
    const text = require('fs').readFileSync('Dockerfile', 'utf8');
    console.log(DockerfileParser.parse(text).getInstructions()
      .map((it) => it.getKeyword()).join(' '));"
}

expect 'two backslashes' 'FROM RUN' \
  "$(keywords 'FROM a\nRUN echo a \\\\\nUSER app\n')"
expect 'none' 'FROM RUN USER' "$(keywords 'FROM a\nRUN echo a\nUSER app\n')"
