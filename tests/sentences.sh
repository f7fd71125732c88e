#!/bin/bash
# sentences.sh SRC: reasons and messages are made for people. Nothing in the
# program looks into one to decide: what has to be asked later is kept as a
# value beside it (command/unknown.h). Prints the places that do.
set -euo pipefail

source_folder=$1
name='(because|reason|message|sentence|why)(\(\))?'
cut='r?find[a-z_]*|starts_with|ends_with|substr|compare|erase|replace|contains'

# One function says of the whole clause that it is the same.
if grep -rnE "\\b$name(\\.|->)($cut)\\(|\\b$name *[!=]= *\"" "$source_folder" \
  --include='*.cpp' --include='*.h'; then
  echo "a sentence is compared, searched or cut" >&2
  exit 1
fi
