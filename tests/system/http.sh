# shellcheck shell=bash
# What every request.sh may use. It runs in a bare Debian: no curl, but bash
# opens sockets.

# http PORT METHOD PATH [BODY]: prints the status line and the body.
http() {
  local reply body=${4:-}
  exec 3<>"/dev/tcp/127.0.0.1/$1" || return 1
  printf '%s %s HTTP/1.0\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n%s' \
    "$2" "$3" "${#body}" "$body" >&3
  reply=$(timeout 10 cat <&3 | tr -d '\r')
  exec 3>&-
  [[ -n $reply ]] || return 1
  # The status without the protocol's version, and what follows the headers.
  head -n 1 <<<"$reply" | cut -d ' ' -f 2
  sed '1,/^$/d' <<<"$reply"
}

# redis PORT COMMAND…: prints the first line of the reply to each command.
redis() {
  local command line
  exec 3<>"/dev/tcp/127.0.0.1/$1" || return 1
  shift
  for command in "$@"; do
    printf '%s\r\n' "$command" >&3
    IFS= read -r -t 10 line <&3 || return 1
    # A reply in two parts: its length, then the text.
    [[ $line != '$'* ]] || IFS= read -r -t 10 line <&3 || return 1
    printf '%s\n' "${line%$'\r'}"
  done
  exec 3>&-
}
