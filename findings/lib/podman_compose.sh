# shellcheck shell=bash
# podman-compose 1.0.3 of Debian 12, with a stub in podman's place; read by
# podman-compose-*.sh.
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
