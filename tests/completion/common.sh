# shellcheck shell=bash
# What the scripts of this folder share: each is called with the program, and
# asks it in a folder of its own. What is offered is compared with what --help
# lists, so that a new option needs no change here.

harden=$(readlink -f "${1:?the program}")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit
mkdir services
touch Dockerfile compose.yaml

skip() {
  printf 'skipped: %s\n' "$*"
  exit 77
}
fail() {
  printf 'FAILED: %s\n' "$*"
  exit 1
}
needs() {
  command -v "$1" >/dev/null || skip "$1 is not installed"
}

# The long options of a command, as --help lists them.
listed_options() { # WORD…
  "$harden" "$@" --help |
    sed -n '/^Options:/,/^$/s/^  \(-[^ ]*\).*/\1/p' | tr , '\n' |
    grep '^--' | sort
}

# offers LINE WORD…: completing the line offers all of the words. `offered`
# prints what a shell offers, one a line.
offers() {
  local line=$1 word all
  shift
  all=$(offered "$line")
  for word in "$@"; do
    grep -qxF -e "$word" <<<"$all" ||
      fail "\`$line\` does not offer \`$word\`, but: ${all//$'\n'/ }"
  done
}

# offers_not LINE WORD…: it offers none of them.
offers_not() {
  local line=$1 word all
  shift
  all=$(offered "$line")
  for word in "$@"; do
    ! grep -qxF -e "$word" <<<"$all" || fail "\`$line\` offers \`$word\`"
  done
}

# What each shell has to know.
check_all() {
  local command words
  offers 'harden ' check completion explain policy profile rules trace \
    Dockerfile
  offers 'harden che' check
  offers 'harden --no-color ' check
  offers_not 'harden Dockerfile ' check rules
  offers_not 'harden check ' policy rules
  offers 'harden check ' Dockerfile compose.yaml
  offers 'harden profile ' apparmor seccomp diff lint test
  offers 'harden completion ' bash zsh fish
  offers_not 'harden completion ' Dockerfile
  offers 'harden explain HD10' HD101 HD102
  offers 'harden check --format ' text json sarif junit gitlab github markdown
  offers 'harden check --format sa' sarif
  offers 'harden check --fix-only HD12' HD120
  offers_not 'harden check --format ' Dockerfile
  offers 'harden policy --format ' text json
  offers_not 'harden policy --format ' sarif
  offers 'harden Dockerfile -o ' Dockerfile
  offers_not 'harden Dockerfile --context ' Dockerfile
  offers 'harden Dockerfile --rootfs ' auto scratch keep
  for command in check policy 'profile seccomp' trace; do
    # shellcheck disable=SC2086 # the command and its verb
    mapfile -t words < <(listed_options $command)
    [[ ${#words[@]} -gt 5 ]] || fail "harden $command --help lists nothing"
    offers "harden $command --" "${words[@]}"
  done
}
