#!/bin/bash
# su and runuser of util-linux 2.38.1 (Debian 12) give a program two seconds
# between SIGTERM and SIGKILL, whatever an engine's stop timeout is.
#
# Both stay in front of the program as root, pass SIGTERM on, sleep for two
# seconds and kill. A start script that ends in `exec su app -c …` therefore cuts
# a database off that needs longer to save its data, with `docker stop -t 60` as
# with a terminationGracePeriodSeconds of 60. gosu and chpst become the program:
# nothing is in front that could be impatient.
#
# Output seen (a program that needs three seconds to end):
#   su:                                          killed after 2 s
#   runuser -u:                                  killed after 2 s
#   gosu:                                        saved after 3 s
#   chpst -u:                                    saved after 3 s
set -euo pipefail
[[ $(id -u) -eq 0 ]] || {
  echo "must be run as root: it is about giving root up"
  exit 2
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -q util-linux=2.38.1-5+deb12u3 gosu=1.14-1+b10 \
  runit=2.1.2-54 >/dev/null 2>&1
for package in ./*.deb; do dpkg -x "$package" installed; done
export LD_LIBRARY_PATH=$work/installed/usr/lib/x86_64-linux-gnu
PATH=$work/installed/usr/bin:$work/installed/usr/sbin:$PATH

program='trap "sleep 3; echo saved; exit" TERM; echo up
while :; do sleep 0.1; done'

# ended COMMAND…: how the program ends, and whole seconds after SIGTERM.
ended() {
  local begin
  : >output
  "$@" "$program" >output 2>&1 &
  until grep -q up output; do sleep 0.1; done
  begin=$(date +%s%N)
  kill -TERM $!
  wait $! || true
  echo "$(grep -oE 'saved|killed' output | tail -n 1) after" \
    "$((($(date +%s%N) - begin) / 1000000000)) s"
}

expect() { # WHAT EXPECTED SEEN
  printf '%-44s %s\n' "$1:" "$3"
  [[ $3 == "$2" ]] || {
    echo "changed; it was: $2"
    exit 1
  }
}

expect 'su' 'killed after 2 s' \
  "$(ended installed/bin/su -s /bin/sh daemon -c)"
expect 'runuser -u' 'killed after 2 s' \
  "$(ended installed/sbin/runuser -u daemon -- sh -c)"
expect 'gosu' 'saved after 3 s' "$(ended gosu daemon sh -c)"
expect 'chpst -u' 'saved after 3 s' "$(ended chpst -u daemon sh -c)"
