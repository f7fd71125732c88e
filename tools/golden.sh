# shellcheck shell=bash
# Golden expectations and generated pages; read by ./dev.
: "${root:?}"

# Sanitizers add nothing to what is written: the build that is soonest done.
golden_preset() {
  if [[ ! -d $root/build/quick && -x $root/build/dev/tests/golden_tests ]]; then
    echo dev
  else
    echo quick
  fi
}

run_golden() {
  local pattern=${1:-} preset status=0
  setup build test
  preset=$(golden_preset)
  build "$preset" golden_tests harden
  HARDEN_UPDATE_GOLDEN=1 run_ctest "$preset" \
    -R "^Golden\..*${pattern#^Golden.}" || status=$?
  [[ -n $pattern ]] || write_documentation "$root/build/$preset/harden"
  tell_what_changed
  return "$status"
}

# write_documentation PROGRAM: pages that are as they were stay untouched.
write_documentation() {
  local fresh page
  fresh=$(mktemp -d)
  "$1" rules --markdown "$fresh" >/dev/null
  diff -rq "$root/docs/rules" "$fresh" | sed -n 's/^Only in \(.*\): /\1\//p' |
    { grep "^$root/" || true; } | while IFS= read -r page; do rm -f "$page"; done
  for page in "$fresh"/*; do
    cmp -s "$page" "$root/docs/rules/${page##*/}" ||
      cp "$page" "$root/docs/rules/"
  done
  rm -rf "$fresh"
}

# Since the last commit: what a reviewer has to think about, what to read, and
# what becomes of people's files.
tell_what_changed() {
  local changed
  changed=$(cd "$root" && git status --short -uall -- tests/golden tests/rules \
    samples docs/rules | cut -c4- | sed 's/.* -> //; s/^"//; s/"$//')
  tell_of_kind 'facts changed' '/expected\.facts$' <<<"$changed"
  tell_of_kind 'texts changed' '/expected\.txt$|^docs/' <<<"$changed"
  tell_of_kind 'output changed' '/(expected|fixed)\.Dockerfile$|/expected\.files/' \
    <<<"$changed"
}

# tell_of_kind TITLE EXPRESSION <NAMES
tell_of_kind() {
  local names
  names=$(grep -E -e "$2" | sed -E 's,^tests/golden/,,; s,/expected\..*,,' |
    uniq) || true
  if [[ -z $names ]]; then
    say "$1: none"
  else
    say "$1: $(wc -l <<<"$names")"
    # shellcheck disable=SC2001 # each line
    sed 's/^/  /' <<<"$names" >&2
  fi
}

# run_case AREA/NAME DOCKERFILE [ARGS…]
run_case() {
  local name=${1:-} dockerfile=${2:-} preset folder
  [[ $name =~ ^[a-z-]+/[a-z0-9-]+$ && -f $dockerfile ]] ||
    die "./dev case takes AREA/NAME, such as non-root-user/user-is-a-number," \
      "and a Dockerfile"
  folder=$root/tests/golden/$name
  [[ -d ${folder%/*} ]] ||
    die "there is no area ${name%/*}; there are:" \
      "$(cd "$root/tests/golden" && echo */)"
  [[ ! -e $folder ]] || die "tests/golden/$name is there already"
  setup build test
  mkdir "$folder"
  cp "$dockerfile" "$folder/Dockerfile"
  shift 2
  [[ $# -eq 0 ]] || printf '%s\n' "$@" >"$folder/flags"
  preset=$(golden_preset)
  build "$preset" golden_tests >&2
  HARDEN_UPDATE_GOLDEN=1 "$root/build/$preset/tests/golden_tests" "$name" >&2
  (cd "$root" && find "tests/golden/$name" -type f -name 'expected*' \
    -o -path '*/expected.files/*' -type f | sort | while IFS= read -r file; do
    printf -- '--- %s\n' "$file"
    cat "$file"
  done)
  say "read these as if they were your own production files; then add a build" \
    "context, write the arguments into tests/golden/$name/flags, one a line," \
    "and run ./dev golden '$name'"
}
