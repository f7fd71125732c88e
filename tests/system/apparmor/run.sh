#!/bin/bash
# AppArmor profiles in a real kernel: a container with them is told to do what
# an attacker would. Each has capabilities that no policy gave it, and files
# that anybody may write, so that it is AppArmor alone that refuses.
set -euo pipefail
# shellcheck disable=SC1091 # of the folder above
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../common.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# shellcheck disable=SC1091,SC2154 # of this folder; common.sh sets `here`
. "$here/apparmor/machine.sh"

PATH=$PATH:/usr/sbin:/sbin
harden=${HARDEN_PROGRAM:?is set by ctest}
[[ -x $harden ]] || fail "there is no $harden"
need_tools
# Beside the engine's state, which is removed when the engine stops.
# shellcheck disable=SC2154 # common.sh sets it
find_kernel "$state-kernel"

profile() { # NAME OPTIONS…
  local name=$1
  shift
  (cd "$here/apparmor/image" && "$harden" profile apparmor Dockerfile \
    --set "name=$name" "$@" -o "$work/root/profiles/$name")
}

container() { # NAME PROFILE|-
  local profile=
  [[ $2 == - ]] || profile="\"apparmorProfile\": \"harden-$2\","
  sed "s#@profile@#$profile#" "$here/apparmor/config.json" \
    >"$work/root/cases/$1.json"
}

make_image() {
  local root=$work/root/bundle/rootfs
  mkdir -p "$root"/{bin,data,dev,etc,mnt,proc,root,run,sys,tmp}
  gcc -O1 -static -o "$root/server" "$here/apparmor/image/server.c"
  cp "$root/server" "$root/bin/other"
  cp "$root/server" "$root/data/dropped"
  echo secret | tee "$root/root/key" "$root/etc/shadow" "$root/etc/motd" \
    >/dev/null
  chmod -R a+rwX "$root"
}

make_root() {
  mkdir -p "$work/root"/{bin,cases,profiles,etc}
  cp /bin/busybox "$work/root/bin/busybox"
  cp "$here/apparmor/init" "$work/root/init"
  chmod 755 "$work/root/init"
  take_program "$(command -v apparmor_parser)"
  take_program "$(command -v runc)"
  mkdir -p "$work/root/etc/apparmor.d/local"
  cp -r /etc/apparmor.d/{abi,abstractions,tunables} "$work/root/etc/apparmor.d"
  cp -r /etc/apparmor "$work/root/etc"
  mkdir -p "$work/root/usr/share"
  cp -r /usr/share/apparmor-features "$work/root/usr/share"
  make_image
  printf '%s\n' hello udp raw packet 'read /etc/motd' 'read /etc/shadow' \
    'read /root/key' 'write /data/probe' 'write /etc/probe' 'mount /mnt' \
    'exec /server' 'exec /bin/other' 'exec /data/dropped' >"$work/root/probes"
}

bad=0
# The line "CASE: PROBE: ANSWER" is on the console.
expect() { # CASE PROBE ok|refused
  local answer
  answer=$(sed -n "s#^$1: $2: ##p" "$console")
  case $3:$answer in
    ok:ok | refused:"Permission denied" | refused:"Operation not permitted") ;;
    *)
      printf '%s: %s: expected %s, got %s\n' "$1" "$2" "$3" "${answer:-nothing}"
      bad=1
      ;;
  esac
}

expect_all() { # CASE ok|refused PROBE…
  local name=$1 answer=$2 probe
  shift 2
  for probe in "$@"; do expect "$name" "$probe" "$answer"; done
}

unloaded() {
  cat "$console"
  fail "a profile is not loaded as it should be"
}

first_boot() {
  profile strict --strength strict
  profile container --strength container
  profile raw --strength strict --set 'capabilities=["NET_RAW"]'
  profile complain --strength strict --complain
  container 0-none -
  container 1-strict strict
  container 2-container container
  container 3-raw raw
  container 4-complain complain
  console=$work/first
  start_machine "$console"
  grep -q '^harden-strict (enforce)$' "$console" || unloaded
  grep -q '^harden-complain (complain)$' "$console" || unloaded
}

check_first() {
  local all=(hello udp raw packet 'read /etc/motd' 'read /etc/shadow'
    'read /root/key' 'write /data/probe' 'write /etc/probe' 'mount /mnt'
    'exec /server' 'exec /bin/other' 'exec /data/dropped')
  expect_all 0-none ok "${all[@]}"
  expect_all 1-strict ok hello udp 'read /etc/motd' 'write /data/probe' \
    'exec /server'
  expect_all 1-strict refused raw packet 'read /etc/shadow' \
    'read /root/key' 'write /etc/probe' 'mount /mnt' 'exec /bin/other' \
    'exec /data/dropped'
  expect_all 2-container ok hello udp 'read /etc/motd' 'read /root/key' \
    'write /data/probe' 'exec /server' 'exec /bin/other'
  expect_all 2-container refused raw packet 'write /etc/probe' 'mount /mnt'
  expect_all 3-raw ok hello raw packet 'write /data/probe'
  expect_all 3-raw refused 'read /root/key' 'write /etc/probe' 'mount /mnt' \
    'exec /bin/other'
  expect_all 4-complain ok hello raw 'read /root/key' 'write /etc/probe' \
    'exec /bin/other'
}

# What complain mode logged makes the rules of a second profile, which then
# allows in enforce mode what the first refused.
second_boot() {
  local rule rules=$work/root/etc/apparmor.d/local/harden-complain
  sed -n '/^log begins$/,/^log ends$/p' "$work/first" >"$work/log"
  "$harden" profile apparmor --profile harden-complain \
    --from-log "$work/log" -o "$rules"
  cat "$rules"
  for rule in '"/etc/probe" w,' '"/root/key" r,' '"/bin/other" mrix,' \
    'network inet raw,' 'capability net_raw,'; do
    grep -qF "  $rule" "$rules" || fail "the log gave no rule $rule"
  done
  rm -f "$work/root/profiles"/* "$work/root/cases"/*
  profile complain --strength strict
  container 5-fed-back complain
  console=$work/second
  start_machine "$console"
  grep -q '^harden-complain (enforce)$' "$console" || unloaded
  expect_all 5-fed-back ok hello raw 'read /root/key' 'write /etc/probe' \
    'exec /bin/other'
  expect_all 5-fed-back refused 'read /etc/shadow' 'mount /mnt'
}

make_root
first_boot
grep -E '^[0-9]-' "$console"
check_first
second_boot
grep -E '^[0-9]-' "$console"
[[ $bad == 0 ]] || fail "answers were others than expected"
