# shellcheck shell=bash
# Run on_host (confinement.sh) with PID UID GID PATH…: writes to each PATH of
# the container as UID, and finds / and /usr read-only even for root.

root=/proc/$1/root uid=$2 gid=$3
shift 3
status=0

for path in "$@"; do
  # shellcheck disable=SC2016 # expanded by the inner shell
  if said=$(setpriv --reuid "$uid" --regid "$gid" --clear-groups --no-new-privs \
    bash -c 'file=$(mktemp "$1/harden.XXXXXX") && echo text >"$file" && rm "$file"' \
    bash "$root$path" 2>&1); then
    echo "$path: written by $uid ($(stat -c '%a %u:%g' "$root$path"))"
  else
    echo "$path: cannot be written by $uid: $said"
    status=1
  fi
done
for path in / /usr/; do
  [[ -d $root$path ]] || continue
  if said=$(bash -c ': >"$1/written"' bash "$root$path" 2>&1); then
    rm -f "$root$path/written"
    echo "$path: written by root"
    status=1
  elif [[ $said == *'Read-only file system'* ]]; then
    echo "$path: read-only, even for root"
  else
    echo "$path: $said"
    status=1
  fi
done
exit "$status"
