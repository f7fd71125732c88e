#!/bin/bash
# Lays a copy of the corpus: real Dockerfiles, the scripts they name and
# Compose files, out of public repositories (repos.tsv, files.tsv).
#
#   fetch.sh                 from GitHub
#   fetch.sh --from FOLDER   from clones in FOLDER/OWNER/NAME,
#                            FOLDER/OWNER+NAME or FOLDER/OWNER+NAME/repo
#
# Every file is named by its git blob and checked by its sha256, so the copy is
# the same wherever it came from. Nothing of it is run.
set -euo pipefail

here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
copy=${HARDEN_CORPUS:-${XDG_CACHE_HOME:-$HOME/.cache}/harden/corpus}
server=${HARDEN_CORPUS_SERVER:-https://github.com}
temporary=$(mktemp -d)
trap 'rm -rf "$temporary"' EXIT

say() { printf 'corpus: %s\n' "$*" >&2; }
die() {
  say "$*"
  exit 2
}

# Where a file of the list lies in the copy.
place() { # kind repository path
  local folder=dockerfiles
  [[ $1 == compose ]] && folder=compose
  printf '%s/%s/%s\n' "$folder" "${2/\//__}" "$3"
}

sums() {
  local repo kind path blob sha id mode
  while IFS=$'\t' read -r repo kind path blob sha id mode; do
    printf '%s  %s\n' "$sha" "$(place "$kind" "$repo" "$path")"
  done < <(tail -n +2 "$here/files.tsv")
}

# The git directory of a clone at hand.
clone_of() { # folder repository
  local top
  for top in "$1/$2" "$1/${2/\//+}" "$1/${2/\//+}/repo"; do
    if [[ -d $top/.git/objects ]]; then
      echo "$top/.git"
      return
    elif [[ -d $top/objects ]]; then
      echo "$top"
      return
    fi
  done
  return 1
}

# Fetches just the listed blobs of one repository: no history, no other file.
fetch_blobs() { # repository commit
  local git=$temporary/${1/\//+}
  local url=$server/$1
  git init --quiet --bare "$git"
  {
    if ! awk -F '\t' -v repo="$1" 'NR > 1 && $1 == repo { print $4 }' \
      "$here/files.tsv" | sort -u | xargs git --git-dir="$git" \
      fetch --quiet --no-tags --no-write-fetch-head "$url"; then
      # A server that hands out commits only.
      git --git-dir="$git" fetch --quiet --depth=1 --no-tags "$url" "$2"
    fi
  } 2>"$temporary/log" || {
    cat "$temporary/log" >&2
    return 1
  }
  echo "$git"
}

# Copies the listed files of one repository out of a git directory.
extract() { # repository commit git-directory
  local repo kind path blob sha id mode file name failed=0
  while IFS=$'\t' read -r repo kind path blob sha id mode; do
    [[ $repo == "$1" ]] || continue
    file=$copy/$(place "$kind" "$repo" "$path")
    mkdir -p "${file%/*}"
    # A shallow clone at another commit may hold the file, not the blob.
    for name in "$blob" "$2:$path" "HEAD:$path"; do
      if GIT_NO_LAZY_FETCH=1 git --git-dir="$3" cat-file blob "$name" \
        >"$temporary/file" 2>/dev/null &&
        sha256sum --status --check <<<"$sha  $temporary/file"; then
        cp "$temporary/file" "$file"
        chmod "$mode" "$file"
        continue 2
      fi
    done
    say "not found: $repo $path"
    failed=1
  done <"$here/files.tsv"
  return "$failed"
}

complete() {
  [[ -d $copy ]] && sums |
    (cd "$copy" && sha256sum --status --check 2>/dev/null)
}

write_index() {
  local repo kind path blob sha id mode commit
  printf 'id\trepo\tcommit\tkind\tpath\tbytes\tsha256\n'
  while IFS=$'\t' read -r repo kind path blob sha id mode; do
    commit=$(awk -F '\t' -v repo="$repo" '$1 == repo { print $2 }' \
      "$here/repos.tsv")
    printf '%s\t' "$id" "$repo" "$commit" "$kind" "$path"
    printf '%s\t%s\n' \
      "$(stat -c %s "$copy/$(place "$kind" "$repo" "$path")")" "$sha"
  done < <(tail -n +2 "$here/files.tsv")
}

main() {
  local from='' repo commit git rest missing=0 fetched=''
  case ${1:-} in
    '') ;;
    --from)
      from=${2:-}
      [[ -d $from ]] || die "--from takes a folder of clones"
      ;;
    *) die "usage: fetch.sh [--from FOLDER]" ;;
  esac
  if complete; then
    say "complete: $copy"
    return
  fi
  mkdir -p "$copy"
  while IFS=$'\t' read -r repo commit rest; do
    if [[ -n $from ]]; then
      git=$(clone_of "$from" "$repo") || {
        say "no clone of $repo in $from"
        missing=1
        continue
      }
    else
      say "fetching $repo"
      git=$(fetch_blobs "$repo" "$commit") || {
        # Nothing at all: the server is out of reach, so are the others.
        [[ -n $fetched ]] || die "could not fetch anything from $server"
        say "could not fetch $repo"
        missing=1
        continue
      }
      fetched=yes
    fi
    extract "$repo" "$commit" "$git" || missing=1
  done < <(tail -n +2 "$here/repos.tsv")
  [[ $missing -eq 0 ]] || die "the copy in $copy is not complete"
  complete || die "the copy in $copy differs from the list"
  write_index >"$copy/index.tsv"
  say "complete: $copy"
}

main "$@"
