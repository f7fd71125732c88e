#!/bin/bash
# github-action.sh get | check | verdict: the steps of action.yml.
#
# The inputs come in variables, never in the text of a script:
#   INPUT_VERSION       release to take; empty: this checkout
#   INPUT_PATH          what to check, one a line; empty: the whole repository
#   INPUT_ARGS          more arguments of `harden check`, quoted as for a shell
#   INPUT_FAIL_LEVEL    error, warning, info or never
#   INPUT_SARIF_UPLOAD  yes or no; the upload itself is a step of action.yml
#   HARDEN_REPOSITORY   the action's own, OWNER/NAME
#   HARDEN_RELEASES     where releases lie, if not there
set -euo pipefail

root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")

die() {
  printf '::error title=harden::%s\n' "$*"
  exit 2
}

# --- get: puts harden into the PATH of the steps that follow -------------------

get() {
  local bin=${RUNNER_TEMP:?}/harden/bin found
  mkdir -p "$bin"
  if found=$(command -v harden) && wanted "$found"; then
    echo "harden is there: $found"
    return
  fi
  if [[ -n ${INPUT_VERSION:-} ]]; then
    download "$bin"
  elif command -v docker >/dev/null; then
    build_in_container "$bin"
  else
    "$root/dev" build release
    cp "$root/build/release/harden" "$bin/"
  fi
  "$bin/harden" --version
  echo "$bin" >>"${GITHUB_PATH:?}"
}

# One that an earlier step installed is fine unless another version is asked for.
wanted() { # program
  [[ -z ${INPUT_VERSION:-} ||
    $("$1" --version) == "harden $INPUT_VERSION" ]]
}

download() { # folder
  local name from machine
  machine=$(uname -m)
  name=harden-$INPUT_VERSION-linux-$machine
  [[ $INPUT_VERSION =~ ^[0-9]+(\.[0-9]+)*$ ]] ||
    die "version takes a number such as 0.1.0, not: $INPUT_VERSION"
  from=${HARDEN_RELEASES:-${GITHUB_SERVER_URL:-https://github.com}/${HARDEN_REPOSITORY:?}/releases/download}
  (
    cd "$RUNNER_TEMP/harden"
    for file in "$name.tar.gz" "$name.tar.gz.sha256"; do
      curl -fsSL --retry 3 -o "$file" "$from/v$INPUT_VERSION/$file" ||
        die "$from has no $file"
    done
    sha256sum --quiet -c "$name.tar.gz.sha256" ||
      die "$name.tar.gz is not what its checksum says"
    tar -xzf "$name.tar.gz"
    mv "$name/bin/harden" "$1/"
  )
}

# In Debian, whatever the runner is.
build_in_container() { # folder
  local image container
  image=$(docker build -q "$root") || die "harden could not be built"
  container=$(docker create "$image")
  docker cp "$container:/usr/bin/harden" "$1/"
  docker rm "$container" >/dev/null
}

# --- check: as SARIF, as annotations and as the job's summary ------------------

check() {
  local paths=() extra=() words status=0
  local sarif=${RUNNER_TEMP:?}/harden.sarif
  mapfile -t paths < <(grep -v '^[[:space:]]*$' <<<"${INPUT_PATH:-}" || true)
  [[ ${#paths[@]} -gt 0 ]] || paths=(.)
  # Quotes hold words together; nothing is expanded.
  words=$(printf '%s' "${INPUT_ARGS:-}" | xargs -r printf '%s\n') ||
    die "args cannot be read; is a quote left open?"
  [[ -z $words ]] || mapfile -t extra <<<"$words"
  [[ ${INPUT_SARIF_UPLOAD:-no} =~ ^(yes|no)$ ]] ||
    die "sarif-upload takes yes or no, not: $INPUT_SARIF_UPLOAD"
  rm -f "$sarif"
  harden_as sarif --fail-level never -o "$sarif" || status=$?
  [[ -s $sarif ]] || die "harden check stopped with status $status"
  harden_as markdown --fail-level never >>"${GITHUB_STEP_SUMMARY:?}" || true
  status=0
  harden_as github --fail-level "${INPUT_FAIL_LEVEL:-error}" || status=$?
  printf 'sarif=%s\nstatus=%s\n' "$sarif" "$status" >>"${GITHUB_OUTPUT:?}"
}

harden_as() { # FORMAT OPTION…
  harden check --format "$@" ${extra[@]+"${extra[@]}"} -- "${paths[@]}"
}

# --- verdict: after the upload, so that a failing check is uploaded, too -------

verdict() {
  exit "${HARDEN_STATUS:?is the output of check}"
}

case ${1:-} in
  get | check | verdict) "$1" ;;
  *)
    echo "usage: github-action.sh get | check | verdict" >&2
    exit 2
    ;;
esac
