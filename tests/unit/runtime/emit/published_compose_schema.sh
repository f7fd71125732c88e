#!/bin/sh
# Prints the file of the Compose Specification's schema, which the npm package
# dclint carries; gets it once. Fails where there is no npm or no network.
set -eu

version=3.1.0
folder=${XDG_CACHE_HOME:-$HOME/.cache}/harden/dclint-$version
schema=$folder/package/schemas/compose.schema.json
if [ ! -e "$schema" ]; then
  mkdir -p "$folder"
  cd "$folder"
  timeout 60 npm pack --silent "dclint@$version" >/dev/null 2>&1
  tar -xzf "dclint-$version.tgz" package/schemas/compose.schema.json
fi
printf '%s\n' "$schema"
