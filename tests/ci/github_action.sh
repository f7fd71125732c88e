#!/bin/bash
# github_action.sh PROGRAM: the steps of action.yml, as a runner starts them.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"

needs git
needs python3
needs curl
steps=$(python3 "$root/tests/ci/steps.py" action "$root/action.yml") || {
  status=$?
  printf '%s\n' "$steps"
  exit "$status"
}
mapfile -t steps <<<"$steps"
[[ ${#steps[@]} -eq 3 ]] || fail "action.yml has other steps: ${steps[*]}"

plain_path=$PATH
export GITHUB_ACTION_PATH=$root RUNNER_TEMP=$folder/temp
mkdir "$RUNNER_TEMP" "$folder/app"
cd "$folder/app"
root_dockerfile >Dockerfile
mkdir services
printf 'FROM debian:12\nUSER 1000:1000\nCMD ["true"]\n' >services/Dockerfile

export GITHUB_PATH=$folder/path GITHUB_OUTPUT=$folder/output \
  GITHUB_STEP_SUMMARY=$folder/summary

# run_step N: with empty files for what it hands on.
run_step() {
  truncate -s 0 "$GITHUB_PATH" "$GITHUB_OUTPUT" "$GITHUB_STEP_SUMMARY"
  bash --noprofile --norc -eo pipefail -c "${steps[$1]}"
}

# A release, from where HARDEN_RELEASES says.
make_release "$folder/releases" 9.9.9
export INPUT_VERSION=9.9.9 HARDEN_RELEASES=file://$folder/releases \
  HARDEN_REPOSITORY=owner/harden
ends_with 0 run_step 0
[[ $("$(<"$GITHUB_PATH")/harden" --version) == harden\ * ]] ||
  fail "no harden in the PATH of the next steps"
echo broken >>"$folder/releases/v9.9.9/harden-9.9.9-linux-$(uname -m).tar.gz"
ends_with 2 run_step 0
says '::error' checksum
INPUT_VERSION=9.9.8 ends_with 2 run_step 0
says 'has no harden-9.9.8'
INPUT_VERSION='9;id' ends_with 2 run_step 0
says 'version takes'
unset INPUT_VERSION

# Without a version the image is built, and the program taken out of it. What
# docker does is shown by system.package_image; here it is a stand-in.
if ! PATH=$plain_path command -v harden >/dev/null; then
  mkdir "$folder/docker"
  # shellcheck disable=SC2016 # expanded by the script
  printf '%s\n' '#!/bin/sh' 'echo "$@" >>"$FOLDER/calls"' 'case $1 in' \
    'build) echo sha256:1 ;;' 'create) echo c1 ;;' \
    'cp) [ "$2" = c1:/usr/bin/harden ] && cp -L "$FOLDER/bin/harden" "$3" ;;' \
    'esac' >"$folder/docker/docker"
  chmod +x "$folder/docker/docker"
  rm -r "${RUNNER_TEMP:?}/harden"
  FOLDER=$folder PATH=$folder/docker:$plain_path ends_with 0 run_step 0
  [[ $("$(<"$GITHUB_PATH")/harden" --version) == harden\ * ]] ||
    fail "no harden in the PATH after a build"
  printf 'build -q %s\ncreate sha256:1\ncp c1:/usr/bin/harden %s\nrm c1\n' \
    "$root" "$RUNNER_TEMP/harden/bin/" | diff - "$folder/calls" ||
    fail "docker is called in another way"
fi

# One that is there already.
export PATH=$folder/bin:$plain_path
ends_with 0 run_step 0
says 'harden is there'

# As in action.yml where no input is given.
export INPUT_PATH=. INPUT_ARGS='' INPUT_FAIL_LEVEL=error INPUT_SARIF_UPLOAD=no
ends_with 0 run_step 1
says '::error' 'file=Dockerfile' HD101
grep -q '^| ' "$GITHUB_STEP_SUMMARY" || fail "no table in the summary"
grep -q HD101 "$GITHUB_STEP_SUMMARY" || fail "no HD101 in the summary"
sarif=$(sed -n 's/^sarif=//p' "$GITHUB_OUTPUT")
python3 -c '
import json, sys
run, = json.load(open(sys.argv[1]))["runs"]
assert "HD101" in [it["ruleId"] for it in run["results"]]
' "$sarif" || fail "no finding in the SARIF file"
HARDEN_STATUS=$(sed -n 's/^status=//p' "$GITHUB_OUTPUT")
export HARDEN_STATUS
ends_with 1 run_step 2

# What passes; several paths; arguments with blanks.
INPUT_PATH=$'services\n' ends_with 0 run_step 1
grep -qx status=0 "$GITHUB_OUTPUT" || fail "it does not pass"
HARDEN_STATUS=0 ends_with 0 run_step 2
INPUT_PATH=$'services\nDockerfile\n' ends_with 0 run_step 1
grep -qx status=1 "$GITHUB_OUTPUT" || fail "the second path is left out"
INPUT_FAIL_LEVEL=never ends_with 0 run_step 1
grep -qx status=0 "$GITHUB_OUTPUT" || fail "fail-level has no effect"
INPUT_ARGS="--only-root --build-arg 'A=b c'" ends_with 0 run_step 1

# Wrong inputs: an error at once, and no word is run.
INPUT_ARGS='--no-such-option' ends_with 2 run_step 1
INPUT_ARGS="--only-root 'open" ends_with 2 run_step 1
# shellcheck disable=SC2016 # must not be expanded
INPUT_ARGS='$(touch pwned) `touch pwned`' ends_with 0 run_step 1
grep -qx status=2 "$GITHUB_OUTPUT" || fail "files that are not there pass"
INPUT_SARIF_UPLOAD=maybe ends_with 2 run_step 1
[[ ! -e pwned ]] || fail "an input was run"
