#!/bin/bash
# gitlab.sh PROGRAM: the job of ci/gitlab.yml, as a runner starts it.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"

needs curl
needs python3
python3 "$root/tests/ci/steps.py" gitlab "$root/ci/gitlab.yml" \
  >"$folder/job.sh" || {
  status=$?
  cat "$folder/job.sh"
  exit "$status"
}
version=$(sed -n 's/^project(harden VERSION \([^ ]*\).*/\1/p' \
  "$root/CMakeLists.txt")
grep -q "HARDEN_VERSION=$version}" "$folder/job.sh" ||
  fail "ci/gitlab.yml takes another version than $version"

job() { bash -eo pipefail "$folder/job.sh"; }

mkdir "$folder/app"
cd "$folder/app"
root_dockerfile >Dockerfile
ends_with 1 job
says 'HARDEN_RELEASES: is not set'

make_release "$folder/releases" "$version"
export HARDEN_RELEASES=file://$folder/releases
ends_with 1 job
says HD101
python3 -c '
import json
report = json.load(open("gl-code-quality-report.json"))
assert "HD101" in [it["check_name"] for it in report]
' || fail "no finding in the report: $(<gl-code-quality-report.json)"

HARDEN_ARGS='--fail-level never' ends_with 0 job
printf 'FROM debian:12\nUSER 1000:1000\nCMD ["true"]\n' >Dockerfile
ends_with 0 job
[[ $(tr -d '[:space:]' <gl-code-quality-report.json) == '[]' ]] ||
  fail "the report is not empty: $(<gl-code-quality-report.json)"
echo broken >>"$folder/releases/v$version/harden-$version-linux-$(uname -m).tar.gz"
ends_with 1 job
