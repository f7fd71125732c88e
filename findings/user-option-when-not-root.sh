#!/bin/bash
# Servers whose option names the account to become, started as another account
# that is not root: some pass over the option, some set their ids all the same
# and end. Of Debian 12: sslh 1.20, memcached 1.6.18, mini-httpd 1.30.
#
# So a `USER 10001` in front of `sslh -u sslh` breaks an image that works as
# root, while the same line in front of `memcached -u memcache` does not; nothing
# in the command tells which is which, and the manual pages do not say. Started as
# the very account that the option names, all of them work.
#
# Output seen (each as uid 10001 or nobody, told `-u nobody`):
#   sslh as 10001:                   ends: common.c:783:setgid: Operation not permitted
#   sslh as nobody:                  listens
#   memcached as 10001:              listens
#   mini_httpd as 10001:             listens
set -euo pipefail
[[ $(id -u) -eq 0 ]] || {
  echo "must be run as root: it starts servers as other accounts"
  exit 2
}

work=$(mktemp -d)
server=''
trap '[[ -z $server ]] || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT
cd "$work"
apt-get download -q sslh=1.20-1+b2 memcached=1.6.18-1 mini-httpd=1.30-3 \
  libconfig9=1.5-0.4 libwrap0=7.6.q-32 libevent-2.1-7=2.1.12-stable-8 \
  >/dev/null 2>&1
for package in ./*.deb; do dpkg -x "$package" installed; done
chmod 755 "$work"
export LD_LIBRARY_PATH=$work/installed/usr/lib/x86_64-linux-gnu
PATH=$work/installed/usr/sbin:$work/installed/usr/bin:$PATH
mkdir site

listens() { # PORT
  local hex
  hex=$(printf ':%04X' "$1")
  awk -v port="$hex" '$2 ~ port "$" && $4 == "0A" { found = 1 }
    END { exit !found }' /proc/net/tcp /proc/net/tcp6
}

# outcome UID PORT COMMAND…: whether it listens, or what it says at its end.
outcome() {
  setpriv --reuid "$1" --regid "$1" --clear-groups "${@:3}" >output 2>&1 &
  server=$!
  local attempt
  for ((attempt = 0; attempt < 50; ++attempt)); do
    if listens "$2"; then
      echo listens >seen
      break
    fi
    kill -0 "$server" 2>/dev/null || break
    sleep 0.1
  done
  [[ -e seen ]] || echo "ends: $(tail -n 1 output)" >seen
  kill "$server" 2>/dev/null || true
  wait "$server" 2>/dev/null || true
  cat seen
  rm seen
}

expect() { # WHAT EXPECTED SEEN
  printf '%-32s %s\n' "$1:" "$3"
  [[ $3 == "$2" ]] || {
    echo "changed; it was: $2"
    exit 1
  }
}

nobody=65534
sslh=(sslh -f -n -u nobody -p 127.0.0.1:18443 --ssh 127.0.0.1:22)
expect 'sslh as 10001' \
  'ends: common.c:783:setgid: Operation not permitted' \
  "$(outcome 10001 18443 "${sslh[@]}")"
expect 'sslh as nobody' listens "$(outcome "$nobody" 18443 "${sslh[@]}")"
expect 'memcached as 10001' listens \
  "$(outcome 10001 18211 memcached -u nobody -l 127.0.0.1 -p 18211)"
expect 'mini_httpd as 10001' listens \
  "$(outcome 10001 18080 mini_httpd -D -h 127.0.0.1 -p 18080 -d site -u nobody)"
