#!/bin/bash
# copyright.sh: what the Debian policy wants in /usr/share/doc/harden/copyright.
#
# The program is linked statically, so that the terms of its libraries go with
# it: as Debian has them, from the packages that it is built from.
set -euo pipefail

libraries=(libantlr4-runtime-dev libcli11-dev libdtl-dev libfmt-dev
  libmd-dev libseccomp-dev libtomlplusplus-dev libyaml-cpp-dev nlohmann-json3-dev
  libstdc++-12-dev libc6-dev)

cat <<'END'
harden: Copyright 2026 the authors of harden. Its repository tells its terms.

The program holds code of the libraries below, each under its own terms.
END
for library in "${libraries[@]}"; do
  file=/usr/share/doc/$library/copyright
  [[ -r $file ]] || {
    echo "copyright.sh: $file is missing" >&2
    exit 1
  }
  printf '\n--- %s\n\n' "$library"
  cat "$file"
done
