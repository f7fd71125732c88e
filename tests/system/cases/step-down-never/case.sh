# shellcheck shell=bash disable=SC2034,SC2154
# Asked for, `USER` takes the place of a step-down: no root at all, and what
# harden says will fail does.
program='/usr/bin/python3 /usr/local/bin/server'
user=10001:10001
data=/data
last_words='stopped by SIGTERM'

check() {
  harden_it
  cat "$work/report"
  grep -q 'bind mount' "$work/report" ||
    fail "harden does not say what becomes of a bind mount"
  build Dockerfile original
  start_with_data || fail "$why"
  expected=$(ask) || fail_with_logs "the original gives no answer"

  build Dockerfile.secure hardened
  [[ $(docker inspect -f '{{.Config.User}}' "$image") == "$user" ]] ||
    fail "USER is not $user"
  limit_to
  local scenario
  for scenario in fresh_volume second_start restarted private_folder stopped; do
    "$scenario" || fail_with_logs "after, $scenario: $why"
    printf 'after, %s works\n' "$scenario"
  done
  ! root_owned_folder || fail "after, root_owned_folder works"
  printf 'after, root_owned_folder fails: %s\n' "$why"
  volume_of_root
}

# A volume that the original wrote is root's, until the command that harden
# shows has given it to the user.
volume_of_root() {
  local hardened=$image line command=()
  image=${image%:*}:original limits=()
  start_with_data || fail "$why"
  ask >/dev/null || fail_with_logs "the original gives no answer"
  docker rm -f "$container" >/dev/null

  image=$hardened
  limit_to
  ! { start_on "$volume" && works "$expected"; } ||
    fail "after, a volume of root works"
  printf 'after, a volume of root fails: %s\n' "$why"

  # shellcheck disable=SC2016 # nothing is to be expanded
  line=$(sed -n 's/.*`docker \(run .* IMAGE .*\)`.*/\1/p' "$work/report")
  [[ -n $line ]] || fail "harden shows no command for such a volume"
  line=${line/VOLUME/$volume}
  read -r -a command <<<"${line/IMAGE/$image}"
  docker "${command[@]}" || fail "this does not work: docker ${command[*]}"
  { start_on "$volume" && works "$expected"; } ||
    fail_with_logs "after \"docker ${command[*]}\": $why"
  printf 'after docker %s: works\n' "${command[*]}"
}
