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

# status_and_peers PORT: whether the program can write, its zone, and what it
# thinks of its peer under the name in the certificate and under another.
status_and_peers() {
  local trusted
  http "$1" GET /status || return 1
  trusted=$(http "$1" GET '/peer?peer.test')
  # It starts at the same time.
  [[ $trusted == *'peer: hello'* ]] || return 1
  echo "$trusted"
  http "$1" GET '/peer?localhost'
}

# redis PORT COMMAND…: prints the replies, the parts of a list one below the
# other.
redis() {
  local command
  exec 3<>"/dev/tcp/127.0.0.1/$1" || return 1
  shift
  for command in "$@"; do
    printf '%s\r\n' "$command" >&3
    redis_reply || return 1
  done
  exec 3>&-
}

redis_reply() {
  local line parts
  IFS= read -r -t 10 line <&3 || return 1
  line=${line%$'\r'}
  case $line in
    '*'*)
      for ((parts = ${line#?}; parts > 0; --parts)); do
        redis_reply || return 1
      done
      return
      ;;
    '$-1') line='nothing' ;;
    # Its length, then the text.
    '$'*) IFS= read -r -t 10 line <&3 || return 1 ;;
  esac
  printf '%s\n' "${line%$'\r'}"
}
