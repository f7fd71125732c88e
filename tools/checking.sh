# shellcheck shell=bash
# What must hold of the sources themselves; read by ./dev.
: "${root:?}"

cpp_sources() {
  # The shim is a list of somebody else's headers in their order.
  git -C "$root" ls-files -co --exclude-standard -- '*.cpp' '*.h' |
    grep -v '^cmake/antlr4-shim/'
}

scripts() {
  git -C "$root" ls-files -co --exclude-standard -- dev .ci/run 'tests/*.sh' \
    'ci/*.sh' 'packaging/*.sh' 'tools/*.sh' 'findings/*.sh' \
    ':!tests/golden'
}

run_format() {
  setup check
  (cd "$root" && cpp_sources | xargs clang-format -i)
}

run_check() { # [CHECK…]
  local check bad=0 all=(format scripts sizes documentation tidy)
  [[ $# -gt 0 ]] || set -- "${all[@]}"
  for check in "$@"; do
    [[ " ${all[*]} " == *" $check "* ]] ||
      die "no such check: $check; there are ${all[*]}"
  done
  setup build check
  for check in "$@"; do
    say "$check"
    "check_$check" || bad=1
  done
  return "$bad"
}

check_format() {
  (cd "$root" && cpp_sources | xargs clang-format --dry-run -Werror) || {
    say "not formatted; ./dev format does it"
    return 1
  }
}

check_scripts() {
  (cd "$root" && scripts | xargs shellcheck)
}

# Files that are read at a sitting, and a house with few rooms.
check_sizes() {
  local most_lines=400 most_rooms=13 bad=0 rooms
  (cd "$root" && cpp_sources | xargs wc -l |
    awk -v most="$most_lines" '$2 != "total" && $1 > most {
      print $2 ": " $1 " lines, at most " most; bad = 1 } END { exit bad }') ||
    bad=1
  rooms=$(find "$root/src" -mindepth 1 -maxdepth 1 -type d | wc -l)
  if [[ $rooms -gt $most_rooms ]]; then
    say "src/ has $rooms folders, at most $most_rooms"
    bad=1
  fi
  return "$bad"
}

check_documentation() {
  build_program
  local fresh
  fresh=$(mktemp -d)
  # shellcheck disable=SC2064 # the value of now
  trap "rm -rf '$fresh'" EXIT
  "$root/build/release/harden" rules --markdown "$fresh" >/dev/null || {
    say "harden rules --markdown failed"
    return 1
  }
  diff -ru "$root/docs/rules" "$fresh" || {
    say "docs/rules is stale; ./dev golden writes it anew"
    return 1
  }
}

# clang-tidy over the rooms of build/release of which something was compiled
# since it was last content. It takes longest for the headers, so it gets all
# units of a room as one. The compiler's own precompiled header is nothing that
# it could read.
check_tidy() {
  build_program
  local folder=$root/build/tidy since=() rooms
  [[ $root/.clang-tidy -nt $folder/content ]] ||
    since=(-newer "$folder/content")
  mkdir -p "$folder"
  touch "$folder/started"
  mapfile -t rooms < <(find "$root/build/release/CMakeFiles" \
    -path '*/Unity/*.o' "${since[@]}" |
    sed -nE 's,.*/harden_([a-z]+)\.dir/Unity/.*,\1,p' | sort -u)
  [[ ${#rooms[@]} -gt 0 ]] || return 0
  write_rooms_for_tidy "$folder" "${rooms[@]}"
  printf "$folder/%s.cxx\n" "${rooms[@]}" |
    xargs -P "$(nproc)" -n 1 clang-tidy-16 -p "$folder" --quiet \
      --extra-arg=-Wno-unknown-warning-option --extra-arg=-Wno-shadow \
      --extra-arg=-Qunused-arguments || return 1
  mv "$folder/started" "$folder/content"
}

# write_rooms_for_tidy FOLDER ROOM…: FOLDER/ROOM.cxx, compiled as the first unit
# of the room is.
write_rooms_for_tidy() {
  local folder=$1 room
  for room in "${@:2}"; do
    # Not all that lie there: some may be of yesterday.
    sed -n 's,.*"file": "\(.*/harden_'"$room"'\.dir/Unity/[^"]*\)".*,\1,p' \
      "$root/build/release/compile_commands.json" | tr '\n' '\0' |
      xargs -0 grep -h '^#include' >"$folder/$room.cxx"
  done
  sed -E -e 's/-Winvalid-pch //; s/-include [^ ]*cmake_pch\.hxx //' \
    -e "s#/[^ \"]*/harden_([a-z]+)\.dir/Unity/unity_0_cxx\.cxx#$folder/\1.cxx#g" \
    "$root/build/release/compile_commands.json" >"$folder/compile_commands.json"
}
