# shellcheck shell=bash disable=SC2034,SC2154
# A program that forks without end reaches the limit of run.sh, and the host
# does not notice.
program='/usr/bin/perl /usr/local/bin/bomb'

check() {
  write_bundle
  build Dockerfile.secure hardened
  launch --restart no || fail "$why"
  wait_for ready
  serves_as_user || fail "$why"
  # Not before the kernel itself says so.
  [[ $(fact pids) == "$pids" && $pids -le 1000 ]] ||
    fail "the limit of processes is $(fact pids), not $pids"
  docker kill --signal USR1 "$container" >/dev/null
  on_host "$case_folder/watch.sh" "$(first_process)" >"$work/watched" ||
    fail "the host is in trouble: $(<"$work/helper.log")"
  local begin most
  begin=$(date +%s%3N)
  docker rm -f "$container" >/dev/null
  printf 'limit %s\n%s\nended in %d ms\n' "$pids" "$(<"$work/watched")" \
    $(($(date +%s%3N) - begin))
  most=$(sed -n 's/^most //p' "$work/watched")
  [[ $most -eq $pids ]] || fail "$most processes, where the limit is $pids"
  grep -qE '^refused [1-9]' "$work/watched" || fail "no fork was refused"
  grep -qx 'host forks 500' "$work/watched" || fail "the host could not fork"
}
