#!/bin/bash
# Which groups a program has that a step-down tool starts as an account: chpst
# (runit 2.1.2) and setuidgid (daemontools 0.76) drop those in which /etc/group
# lists it; gosu 1.14, runuser and capsh keep them; gosu does not when it is
# given the group, nor with a number that /etc/passwd does not know, where the
# group stays root's.
#
# The tools are taken for one another in start scripts. A program that may read
# its key by a supplementary group (ssl-cert) works with one and not with
# another, and `gosu 12345` starts a program that may still do what the group
# root may.
#
# Output seen (the account `daemon`, group 1, is listed in group 4444):
#   gosu daemon:                                 1 4444
#   gosu daemon:daemon:                          1
#   gosu 12345:                                  0
#   runuser -u daemon:                           1 4444
#   capsh --user=daemon:                         1 4444
#   chpst -u daemon:                             1
#   chpst -u daemon:daemon:extra:                1 4444
#   setuidgid daemon:                            1
#   s6-applyuidgid -u 1:                         0
#   s6-envuidgid daemon s6-applyuidgid -U:       1 4444
set -euo pipefail
[[ $(id -u) -eq 0 ]] || {
  echo "must be run as root: it is about giving root up"
  exit 2
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -q gosu=1.14-1+b10 runit=2.1.2-54 \
  daemontools=1:0.76-8.1 s6=2.11.3.2-1 libs6-2.11=2.11.3.2-1 \
  libskarnet2.13=2.13.1.1-1 libexecline2.9=2.9.3.0-1 \
  util-linux=2.38.1-5+deb12u3 libcap2-bin=1:2.66-4+deb12u3+b1 >/dev/null 2>&1
for package in ./*.deb; do dpkg -x "$package" installed; done
export LD_LIBRARY_PATH=$work/installed/usr/lib/x86_64-linux-gnu
PATH=$work/installed/usr/bin:$work/installed/usr/sbin:$PATH

printf 'root:x:0:\ndaemon:x:1:\nextra:x:4444:daemon\n' >group

# groups_of COMMAND…: with that /etc/group.
groups_of() {
  unshare --mount sh -c 'mount --bind group /etc/group && exec "$@"' - \
    "$@" id -G
}

expect() { # WHAT EXPECTED SEEN
  printf '%-44s %s\n' "$1:" "$3"
  [[ $3 == "$2" ]] || {
    echo "changed; it was: $2"
    exit 1
  }
}

expect 'gosu daemon' '1 4444' "$(groups_of gosu daemon)"
expect 'gosu daemon:daemon' '1' "$(groups_of gosu daemon:daemon)"
expect 'gosu 12345' '0' "$(groups_of gosu 12345)"
expect 'runuser -u daemon' '1 4444' \
  "$(groups_of installed/sbin/runuser -u daemon --)"
# shellcheck disable=SC2016 # the shell that capsh starts does it
expect 'capsh --user=daemon' '1 4444' \
  "$(groups_of installed/sbin/capsh --user=daemon -- -c 'exec "$0" "$@"')"
expect 'chpst -u daemon' '1' "$(groups_of chpst -u daemon)"
expect 'chpst -u daemon:daemon:extra' '1 4444' \
  "$(groups_of chpst -u daemon:daemon:extra)"
expect 'setuidgid daemon' '1' "$(groups_of setuidgid daemon)"
expect 's6-applyuidgid -u 1' '0' "$(groups_of s6-applyuidgid -u 1)"
expect 's6-envuidgid daemon s6-applyuidgid -U' '1 4444' \
  "$(groups_of s6-envuidgid daemon s6-applyuidgid -U)"
