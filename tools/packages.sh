# shellcheck shell=bash
# Debian packages: which are needed for what, and how they come; read by ./dev.

packages_of() {
  case $1 in
    build)
      echo g++ cmake ninja-build ccache lld antlr4 libantlr4-runtime-dev \
        nlohmann-json3-dev libfmt-dev libcli11-dev libyaml-cpp-dev \
        libtomlplusplus-dev libdtl-dev libseccomp-dev libmd-dev
      ;;
    test)
      echo libgtest-dev libgmock-dev librapidcheck-dev shellcheck apparmor \
        git curl pre-commit zsh fish man-db groff-base mandoc \
        python3-yaml python3-jsonschema python3-junitparser cmark-gfm
      ;;
    bench) echo git ;;
    check) echo git clang-format clang-tidy-16 shellcheck ;;
    fuzz) echo clang-16 libclang-rt-16-dev ;;
    corpus) echo git ca-certificates ;;
    system)
      echo lintian # for the package
      # A machine with AppArmor in its kernel
      if [[ $(uname -m) == x86_64 ]]; then
        echo qemu-system-x86 cpio busybox-static apparmor runc gcc libc6-dev
      fi
      # Debian's engine only where none answers and one can be started.
      if [[ $EUID -eq 0 ]] && ! engine_answers; then
        echo docker.io iproute2 debootstrap
      fi
      ;;
    *) die "unknown group of packages: $1" ;;
  esac
}

engine_answers() {
  command -v docker >/dev/null &&
    timeout 10 docker version --format '{{.Server.Version}}' >/dev/null 2>&1
}

# setup GROUP…: installs what is missing of these groups.
setup() {
  local group names missing=()
  names=$(for group in "$@"; do packages_of "$group"; done)
  [[ -n $names ]] || return 0
  if ! command -v dpkg-query >/dev/null; then
    say "this is no Debian; needed are the equivalents of:" \
      "${names//$'\n'/ }"
    return 0
  fi
  # shellcheck disable=SC2086 # one word a package
  mapfile -t missing < <(comm -23 <(printf '%s\n' $names | sort -u) \
    <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' $names 2>/dev/null |
      sed -n 's/^installed //p' | sort -u))
  [[ ${#missing[@]} -gt 0 ]] || return 0

  local as_root=()
  if [[ $EUID -ne 0 ]]; then
    if ! command -v sudo >/dev/null || { ! sudo -n true 2>/dev/null && ! [[ -t 0 ]]; }; then
      die "these packages are missing and only root can install them:" \
        "apt-get install --no-install-recommends ${missing[*]}"
    fi
    as_root=(sudo)
  fi
  say "installing from Debian: ${missing[*]}"
  if ! candidates_known "${missing[@]}"; then
    apt_get update
  fi
  # Lists that are out of date name files that are gone: then once more.
  apt_get install "${missing[@]}" || {
    apt_get update
    apt_get install "${missing[@]}" ||
      die "could not install: ${missing[*]}"
  }
}

candidates_known() {
  ! apt-cache policy "$@" 2>/dev/null | grep -q 'Candidate: (none)' &&
    [[ $(apt-cache policy "$@" 2>/dev/null | grep -c Candidate:) -eq $# ]]
}

# apt_get update | install PACKAGE…; uses as_root of setup. Shows what apt-get
# prints only where it fails.
apt_get() {
  local options=(-qq -o Dpkg::Use-Pty=0 -o APT::Status-Fd=3) output status=0
  local kind=packages
  if [[ $1 == update ]]; then
    kind='lists of packages'
  else
    options+=(-y --no-install-recommends)
  fi
  output=$(mktemp)
  without_starting_services "$@" 3>&1 >"$output" 2>&1 |
    tell_of_packages "${kind}" "$(packages_to_come "${options[@]}" "$@")" ||
    status=$?
  [[ $status -eq 0 ]] || cat "$output" >&2
  rm -f "$output"
  return "$status"
}

# How many packages come with those that are asked for.
packages_to_come() {
  apt-get -s "$@" 2>/dev/null 3>/dev/null | grep -c '^Inst ' || true
}

# tell_of_packages WHAT COUNT <STATUS: apt's reports, as N of COUNT.
tell_of_packages() {
  local kind what installed=0
  progress "fetching $1"
  while IFS=: read -r kind _ _ what; do
    if [[ $kind == dlstatus && $what =~ ([0-9]+)\ of\ ([0-9]+) ]]; then
      progress "fetching $1: ${BASH_REMATCH[1]} of ${BASH_REMATCH[2]}"
    elif [[ $kind == pmstatus && $what == Installed\ * ]]; then
      installed=$((installed + 1))
      progress "installing $1: $installed of $2"
    fi
  done
  progress_ends
}

# The tests start their own engine and stop it again; the package's service
# would be a second one that stays.
without_starting_services() {
  local policy=/usr/sbin/policy-rc.d made='' status=0
  if [[ " $* " == *" docker.io "* && ! -e $policy ]]; then
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
    made=yes
  fi
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get "${options[@]}" "$@" </dev/null || status=$?
  [[ -z $made ]] || rm -f "$policy"
  return "$status"
}
