#!/bin/bash
# run_server.sh NAME
#
# Builds a server of servers.txt as it is and as harden makes it, starts
# both, and the second one also with the run.sh that harden writes. The hardened
# ones must listen on what the original listens on, without uid 0.
#
# HARDEN_LAB=1 (`./dev lab`) prints what was seen instead of what was expected.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"
# shellcheck source-path=SCRIPTDIR source=containers.sh
. "$here/containers.sh"
# shellcheck source-path=SCRIPTDIR source=bundle.sh
. "$here/bundle.sh"

# All of them are read by the files above.
# shellcheck disable=SC2034
harden=${HARDEN_PROGRAM:?is set by ctest} builder=buildkit
table=$here/servers.txt

# Writes the files of a row to $case_folder/app, and what its keys say to `key`.
read_row() { # NAME
  local line file='' found=''
  declare -gA key=([expect]='' [original]='' [sockets]='' [always]='')
  mkdir -p "$case_folder/app"
  while IFS= read -r line; do
    case $line in
      "### $1") found=yes ;;
      '### '*) [[ -z $found ]] || break ;;
      '=== '*) [[ -z $found ]] || file=${line#=== } ;;
      '') [[ -z $found || -n $file ]] || file=Dockerfile ;;
      *) [[ -n $found ]] || continue
        if [[ -n $file ]]; then
          printf '%s\n' "$line" >>"$case_folder/app/$file"
        else
          key[${line%%: *}]=${line#*: }
        fi ;;
    esac
  done <"$table"
  [[ -n $found ]] || fail "servers.txt has no row $1"
}

# Official images stop the start of services while packages are installed, and
# a package is downloaded once: both are the builder's matter, not the row's.
prepare() { # FILE
  sed -i -E \
    -e 's#^FROM debian:bookworm$#&\nRUN printf "exit 101\\n" >/usr/sbin/policy-rc.d \&\& chmod 755 /usr/sbin/policy-rc.d#' \
    -e 's#^RUN (apt-get update.*)#RUN --mount=type=cache,target=/var/cache/apt,sharing=locked --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \1#' \
    "$work/app/$1"
}

pid_of() { docker inspect -f '{{.State.Pid}}' "$container"; }

# What listens: "tcp 6379 udp 53 unix /run/x". Ports above 32767 change from
# one start to the next; 127.0.0.11 is the engine's own.
sockets() {
  local net
  net=/proc/$(pid_of)/net
  [[ -r $net/tcp ]] || return 0
  {
    awk 'FNR > 1 && $4 == "0A" { print "tcp", $2 }' "$net"/tcp "$net"/tcp6
    awk 'FNR > 1 { print "udp", $2 }' "$net"/udp "$net"/udp6
    awk '$4 == "00010000" && $8 ~ "^/" { print "unix", $8 }' "$net"/unix
  } 2>/dev/null | { grep -v ' 0B00007F:' || true; } | while read -r kind address; do
    [[ $kind == unix ]] || address=$((16#${address##*:}))
    [[ $kind == unix || $address -lt 32768 ]] || address=high
    echo "$kind $address"
  done | sort -u | tr '\n' ' '
}

uids() {
  docker top "$container" -eo pid,uid 2>/dev/null |
    awk 'NR > 1 { print $2 }' | sort -nu | tr '\n' ' '
}

# Whether all that is expected listens; what starts slowly may have more by now
# than its original had.
has_sockets() { # NOW EXPECTED|any
  [[ $2 != any ]] || { [[ -n $1 ]]; return; }
  ! comm -13 <(split <<<"$1") <(split <<<"$2") | grep -q .
}
split() { xargs -n 2 2>/dev/null | sort -u; }

# Until the sockets stay the same, or are those that are expected.
settle() { # [EXPECTED]
  local attempt now before='' same=0
  for ((attempt = 0; attempt < 60; ++attempt)); do
    sleep 0.5
    is_running || return 1
    now=$(sockets 2>/dev/null || true)
    if [[ $# -gt 0 ]]; then
      [[ $attempt -lt 3 ]] || ! has_sockets "$now" "$1" || return 0
    else
      if [[ $now == "$before" ]]; then ((++same)); else same=0; fi
      before=$now
      [[ $same -lt 6 || (-z $now && $attempt -lt 16) ]] || return 0
    fi
  done
  is_running
}

last_words_of_container() {
  docker logs --tail 4 "$container" 2>&1 | tr '\n' '/' | cut -c1-300
}

# Sets `seen` to what is wrong with the container that runs; empty: nothing.
look() { # EXPECTED-SOCKETS
  local now who
  seen=''
  settle "$1" || {
    seen="ends: $(last_words_of_container)"
    return
  }
  now=$(sockets)
  local attempt
  for ((attempt = 0; attempt < 10; ++attempt)); do
    who=$(uids)
    [[ " $who" == *' 0 '* ]] || break
    sleep 0.5
  done
  has_sockets "$now" "$1" || seen="listens on ${now:-nothing} instead of ${1:-nothing}"
  [[ " $who" != *' 0 '* ]] || seen="runs as $who"
  [[ -z $seen ]] || seen+=": $(last_words_of_container)"
}

measure() { # NAME
  local original='' wanted=${key[sockets]:-any} status=0
  "$harden" "$work/app/Dockerfile" >/dev/null 2>"$work/report" || status=$?
  decision=refused user=''
  if [[ $status -eq 0 ]]; then decision=rewritten; fi
  reason=$(sed -n 's/.*HD107.: //p' "$work/report")
  expect_decision
  [[ $decision == rewritten ]] || {
    printf '%s: refused: %s\n' "$1" "$reason"
    return
  }
  write_bundle >/dev/null
  # With addresses, as everywhere; run.sh takes the same.
  docker network create "$service-net" >/dev/null
  user=$(sed -n 's/^USER //p' "$work/app/Dockerfile.secure" | tail -n 1)
  [[ -n ${HARDEN_LAB:-} || ${key[expect]} == "rewritten $user" ]] ||
    fail "$1 runs as $user instead of ${key[expect]#* }"
  [[ -z ${HARDEN_LAB:-} ]] ||
    diff -u "$work/app/Dockerfile" "$work/app/Dockerfile.secure" | tail -n +3 || true
  prepare Dockerfile
  prepare Dockerfile.secure
  if [[ ${key[original]} != fails && (-z ${key[sockets]} || -n ${HARDEN_LAB:-}) ]]; then
    build Dockerfile original
    run --network "$service-net"
    settle || fail "$1: the original ends: $(last_words_of_container)"
    wanted=$(sockets)
    original="original: uids $(uids), $wanted; "
    docker rm -f -v "$container" >/dev/null
  fi
  build Dockerfile.secure hardened
  run --network "$service-net"
  look "$wanted"
  local plain=${seen:-ok}
  docker rm -f -v "$container" >/dev/null
  forget
  if launch; then
    look "$wanted"
  else
    seen=$why
  fi
  local confined=${seen:-ok}
  forget
  printf '%s: rewritten %s; %splain: %s; run.sh: %s\n' "$1" "$user" "$original" \
    "$plain" "$confined"
  [[ "$plain $confined" == 'ok ok' ]]
}

expect_decision() {
  [[ -z ${HARDEN_LAB:-} ]] || return 0
  local wanted=${key[expect]%% *} rest=''
  [[ ${key[expect]} != *' '* ]] || rest=${key[expect]#* }
  if [[ $decision != "$wanted" || ($decision == refused && $reason != *"$rest"*) ]]; then
    cat "$work/report"
    fail "$name is $decision instead of ${key[expect]}"
  fi
}

# shellcheck disable=SC2034
name=server-$1 case_folder=$(mktemp -d)
trap 'rm -rf "$case_folder"' EXIT
read_row "$1"
if [[ -z ${HARDEN_LAB:-}${HARDEN_TEST_ALL:-} && ${key[always]} != yes ]]; then
  skip "for a night: ./dev test --system --all"
fi
begin
trap 'clean_up; rm -rf "$case_folder"' EXIT
measure "$1"
