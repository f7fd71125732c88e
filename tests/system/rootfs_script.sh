#!/bin/bash
# rootfs_script.sh: templates/rootfs.sh by itself, in an image of Debian.
#
# The same files come together with Debian's tools as with busybox's, without
# ldd; and it stops with a message where something is missing.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"

use_engine
[[ -z ${no_bases:-} ]] || skip "$no_bases"

inside() {
  echo "cat >/rootfs.sh <<'TEMPLATE'"
  cat "$here/../../templates/rootfs.sh"
  echo TEMPLATE
  cat <<'INSIDE'
set -euo pipefail
fail() { echo "FAILED: $*"; exit 1; }
apt-get update -qq
apt-get install -y -qq --no-install-recommends busybox-static ca-certificates \
  >/dev/null 2>&1

# collect SHELL COMMANDS: prints what it says; the result is /rootfs.
collect() {
  rm -rf /rootfs
  printf '. /rootfs.sh\n%s\n' "$2" >/collect.sh
  $1 /collect.sh 2>&1
}
files() {
  (cd /rootfs && find . -printf '%m %U:%G %P %l\n' | sort &&
    find . -type f -exec sha256sum {} + | sort)
}

python='
program python
no_shell
folders_of "$runtime" -B -c "import sys; print(*filter(None, sys.path), sep=chr(10))"
leave_out "*/lib/python*" test idlelib "pip-*"
try /etc/ssl/certs /etc/nsswitch.conf /nowhere
libraries
accounts 10001 10001'
collect dash "$python"
files >/files.dash
# As SHELL instructions set it, too.
for shell in 'bash --posix' 'bash -euo pipefail'; do
  collect "$shell" "$python"
  files >/files.bash
  diff /files.dash /files.bash || fail "$shell collects other files"
done
chroot /rootfs /usr/local/bin/python -c 'import sqlite3, ssl'
mkdir /applets
/bin/busybox --install -s /applets
rm -f /applets/ldd
collect "env -i PATH=/applets:/usr/local/bin /bin/busybox sh" "$python"
files >/files.busybox
diff /files.dash /files.busybox || fail "busybox collects other files"
echo "the same $(grep -c . /files.dash) lines from dash, bash and busybox"

# refused MESSAGE COMMANDS
refused() {
  local said
  ! said=$(collect dash "$2") || fail "does not stop: $2"
  [[ $said == *"harden: $1"* ]] || fail "says of $2: $said"
  echo "stops: $1"
}
printf '#!/bin/sh\n' >/start.sh
printf '#!/usr/bin/env -S python -u\n' >/run.py
chmod 755 /start.sh /run.py
refused '/nowhere is missing' 'keep /nowhere'
refused 'nothing is not found in PATH' 'program nothing'
refused '/usr/bin/dash would come along; --keep-shell allows it' \
  'program /start.sh; no_shell'
refused '/usr/bin/python3.11 needs shared libraries' 'static /usr/bin/python3.11'
# One of the shared objects of the program itself.
mv /usr/lib/x86_64-linux-gnu/libexpat.so.1 /away
refused '/usr/bin/python3.11 lacks a library' 'program python; libraries'
mv /away /usr/lib/x86_64-linux-gnu/libexpat.so.1
PATH=/opt/bin:$PATH
mkdir -p /opt/bin && cp /bin/true /opt/bin/server
refused "server is found by the PATH of the base image only" 'in_path server'
collect dash 'in_path server /opt/x /opt/bin; in_path python'
collect dash 'program /run.py; no_shell; libraries'
for path in /run.py /usr/bin/env /usr/bin/python3.11; do
  [[ -e /rootfs$path ]] || fail "$path does not come along"
done

# What glibc loads by itself: character sets, and databases of names.
collect dash 'program iconv; program getent; no_shell; libraries; accounts 7 7'
[[ $(printf '\xa4' | chroot /rootfs iconv -f ISO-8859-15 -t UTF-8) == '€' ]] ||
  fail "a character set is missing"
[[ $(chroot /rootfs getent passwd nobody) == nobody:* ]] ||
  fail "names of users are not found"
collect dash 'program getent; libraries'
[[ ! -e /rootfs/usr/lib/x86_64-linux-gnu/gconv ]] ||
  fail "character sets come along that nobody asks for"
echo "glibc finds what it loads"

# Links are kept, absolute ones and those in the middle.
mkdir -p /data/real /srv/app
ln -s /data/real /srv/app/link
ln -s link /srv/app/second
echo text >/data/real/file
collect dash 'keep /srv/app; keep /srv/app/second/file; libraries'
[[ $(readlink /rootfs/srv/app/link) == /data/real ]] || fail "a link is lost"
[[ $(readlink /rootfs/srv/app/second) == link ]] || fail "a link is lost"
[[ $(</rootfs/data/real/file) == text ]] || fail "what a link leads to is lost"
echo "links stay links"
INSIDE
}

inside | docker run -i --rm --network host --label "harden-test=${run_id:?}" \
  "$(image python:3.11)" bash -s
