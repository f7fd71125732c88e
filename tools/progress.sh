# shellcheck shell=bash
# How far something is; read by ./dev.

progress_said=-10

# progress TEXT: one line that changes on a terminal; a line every ten seconds
# elsewhere.
progress() {
  if [[ -t 2 ]]; then
    printf '\r\033[Kdev: %s' "$*" >&2
  elif ((SECONDS >= progress_said + 10)); then
    say "$*"
    progress_said=$SECONDS
  fi
}

progress_ends() {
  [[ ! -t 2 ]] || printf '\r\033[K' >&2
}

# logged WHAT LOG COMMAND…: runs it with all that it prints in LOG, and says how
# far ninja is. What takes less than two seconds is nobody's concern.
logged() {
  local what=$1 log=$2 line since=$SECONDS status=0
  shift 2
  "$@" 2>&1 | while IFS= read -r line; do
    printf '%s\n' "$line" >&3
    # Ninja's first steps look whether there is anything to do.
    if [[ $line =~ ^\[([0-9]+)/([0-9]+)\]\ [^R] ]] &&
      ((SECONDS >= since + 2)); then
      progress "$what: ${BASH_REMATCH[1]} of ${BASH_REMATCH[2]} steps"
    fi
  done 3>"$log" || status=$?
  progress_ends
  return "$status"
}
