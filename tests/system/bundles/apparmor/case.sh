# shellcheck shell=bash disable=SC2034,SC2154
# run.sh stops where the AppArmor profile that was asked for would not confine:
# an engine on a host without AppArmor says nothing.

check() {
  write_bundle --set 'apparmor="harden-test-not-loaded"'
  image=$(image debian:bookworm)
  ! launch || fail "run.sh started the container without its profile"
  local said
  said=$(<"$work/log")
  printf '%s\n' "$said"
  if [[ $(cat /sys/module/apparmor/parameters/enabled 2>/dev/null) != Y ]]; then
    [[ $said == 'run.sh: this host has no AppArmor, so harden-test-not-loaded would not confine the container' ]] ||
      fail "that is not why"
  elif [[ -r /sys/kernel/security/apparmor/profiles ]]; then
    [[ $said == *'harden-test-not-loaded is not loaded'* ]] ||
      fail "that is not why"
  fi
  [[ -z $(docker ps -aq --filter "label=test-of=$service") ]] ||
    fail "a container was made"
}
