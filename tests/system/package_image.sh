#!/bin/bash
# package_image.sh: the image of harden, hardened by harden: from scratch,
# without root, and it checks what comes on standard input.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"

use_engine
[[ -z ${no_bases:-} ]] || skip "$no_bases"
[[ -x ${HARDEN_PROGRAM:?is set by ctest} ]] || skip "$HARDEN_PROGRAM is not built"
root=$(readlink -f "$here/../..") out=$root/build/package
work=$(mktemp -d) tag=$(image harden:packed) container=''
clean_up() {
  [[ -z $container ]] || docker rm -f "$container" >/dev/null 2>&1 || true
  docker rmi -f "$tag" >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap clean_up EXIT

ENGINE=$client "$root/dev" package --base "$(image debian:bookworm)" \
  --tag "$tag" >"$work/list" 2>"$work/said" || fail "$(<"$work/said")"
grep -q "the engine has $tag" "$work/said" || fail "no image: $(<"$work/said")"

# As strict as an engine can be.
run=(docker run --label "harden-test=$run_id" --network none --read-only
  --cap-drop ALL --security-opt no-new-privileges)
root_file=$'FROM debian:12\nCMD ["sleep"]\n'
status=0
said=$("${run[@]}" --rm -i "$tag" check - 2>&1 <<<"$root_file") || status=$?
[[ $status -eq 1 && $said == *HD101* ]] ||
  fail "check ended with $status: $said"
"${run[@]}" --rm -i "$tag" - 2>/dev/null <<<"$root_file" |
  grep >/dev/null '^USER 10001:10001' || fail "the image hardens nothing"

# Its process, while it waits for standard input.
container=$("${run[@]}" -d -i "$tag" check -)
ids=$(docker top "$container" -eo pid,uid,gid | tail -n +2)
[[ $ids =~ ^[0-9]+\ +10001\ +10001$ ]] || fail "it runs as: $ids"

# From scratch: neither a shell nor a library.
docker export "$container" | tar -t >"$work/files"
for file in usr/bin/harden usr/share/doc/harden/{copyright,LICENSE}; do
  grep -qx "$file" "$work/files" || fail "no $file in the image"
done
! grep -E '(^|/)(sh|bash|busybox|apt|dpkg)$|\.so(\.|$)' "$work/files" ||
  fail "the image holds more than the program"
bytes=$(docker image inspect --format '{{.Size}}' "$tag")
echo "the image has $((bytes / 1000000)) MB"

docker rm -f "$container" >/dev/null
docker rmi -f "$tag" >/dev/null
gzip -dc "$out"/harden-*-image.tar.gz | docker load | grep >/dev/null "$tag" ||
  fail "what was saved cannot be loaded"
said=$("${run[@]}" --rm "$tag" --version)
[[ $said == harden\ * ]] || fail "the loaded image says: $said"
