# shellcheck shell=bash disable=SC2034,SC2154
# The textbook case: one static Go program, from scratch, on port 80.
listens=80
asker=python:3.11

prepare() {
  sed -i 's/":8080"/":80"/' "$work/app/main.go"
  sed -i 's/^EXPOSE 8080/EXPOSE 80/' "$work/app/Dockerfile"
}

confined=(--read-only --cap-drop ALL
  --security-opt no-new-privileges --user 10001:10001)

check() {
  # Neither runc's own calls as root nor an init: the program alone.
  starts=$(patience 150) trace seccomp.json --set init=false
  note_allowed "" "$(allowed)"
  [[ $(allowed) -le 45 ]] || fail "the profile allows more than 45 names"
  local shown
  shown=$(sed -n 's/^saw \([0-9]*\) .*/\1/p' "$work/report")
  echo "the program itself was seen making $shown different calls"

  starts=$(patience 20) trace open.json --set init=false --set no_new_privileges=false
  note_allowed " without no-new-privileges" "$(allowed)"
  [[ $(allowed) -le 70 ]] ||
    fail "without no-new-privileges it allows more than 70 names"

  check_known --set init=false
  refused_listen

  # It does more when another server is to be asked over TLS.
  peer=yes write_exercise
  starts=$(patience 20) trace asking.json --set init=false
  note_allowed " that asks a peer" "$(allowed)"
}

# A profile that lacks a call is not only written, it is in force.
refused_listen() {
  sed '/^ *"listen",$/d' "$work/seccomp.json" >"$work/deaf.json"
  if cmp -s "$work/seccomp.json" "$work/deaf.json"; then
    fail "the profile does not name listen"
  fi
  start "${confined[@]}" --security-opt "seccomp=$work/deaf.json" ||
    fail "without listen it is not started at all"
  local attempt
  for ((attempt = 0; attempt < 50; ++attempt)); do
    is_running || break
    sleep 0.1
  done
  docker logs "$container" 2>&1 | tail -n 1
  docker logs "$container" 2>&1 | grep -q 'operation not permitted' ||
    fail "listen is not refused"
}
