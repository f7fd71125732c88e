#!/bin/bash
# podman-compose 1.0.3 (Debian 12): the mode of a tmpfs volume is handed on in
# decimal.
#
# `mode: 0700` is an octal number in YAML 1.1, 448 to whoever reads it; a mount
# option is octal again. podman-compose writes `mode=448`, which the kernel reads
# as octal digits and refuses for the 8 (and `mode: 0755`, 493, for the 9), while
# `mode: 0711` arrives as 457. The short form, `tmpfs: /x:mode=0700`, is text and
# arrives as it is.
#
# Output seen:
#   volumes, mode: 0700:               --tmpfs /x:mode=448
#   tmpfs: /x:mode=0700:               --tmpfs /x:mode=0700
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/packages" "$work/bin" "$work/service"
cd "$work/packages"
apt-get download -q podman-compose=1.0.3-3 python3-dotenv=0.21.0-1 \
  python3-yaml=6.0-3+b2 >/dev/null 2>&1
for package in ./*.deb; do dpkg -x "$package" ../installed; done
export PYTHONPATH=$work/installed/usr/lib/python3/dist-packages

# In podman's place: prints how it is called.
cat >"$work/bin/podman" <<'END'
#!/bin/sh
case $1 in
  --version) echo 'podman version 4.3.1' ;;
  run) printf '%s\n' "$@" >calls ;;
esac
END
chmod +x "$work/bin/podman"
PATH=$work/bin:$PATH
cd "$work/service"

# called KEYS: the words of `podman run` for a service with these keys.
called() {
  printf 'services:\n  web:\n    image: localhost/web\n%b' "$1" >compose.yaml
  /usr/bin/python3 "$PYTHONPATH/podman_compose.py" up -d >log 2>&1 ||
    { cat log && exit 1; }
  paste -sd ' ' calls
}

expect() { # WHAT EXPECTED SEEN
  printf '%-34s %s\n' "$1:" "$3"
  [[ $3 == "$2" ]] || {
    echo "changed; it was: $2"
    exit 1
  }
}

tmpfs() { called "$1" | grep -o -e '--tmpfs [^ ]*'; }

expect 'volumes, mode: 0700' '--tmpfs /x:mode=448' \
  "$(tmpfs '    volumes:\n      - {type: tmpfs, target: /x, tmpfs: {mode: 0700}}\n')"
expect 'tmpfs: /x:mode=0700' '--tmpfs /x:mode=0700' \
  "$(tmpfs '    tmpfs: /x:mode=0700\n')"
