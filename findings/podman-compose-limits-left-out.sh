#!/bin/bash
# podman-compose 1.0.3 (Debian 12): several limits of a service are dropped
# without a word.
#
# Memory and processors arrive at podman, from `mem_limit` and `cpus` as from
# `deploy.resources.limits`. The number of processes does not, neither from
# `pids_limit` nor from `deploy.resources.limits.pids`; nor do `memswap_limit`,
# `oom_score_adj`, `group_add`, `ipc` and `userns_mode`. Nothing is printed about
# them: the container runs without.
#
# Output seen:
#   mem_limit, cpus:                   --cpus 0.5 -m 64m
#   pids_limit:                        nothing
#   deploy, pids:                      nothing
#   memswap_limit:                     nothing
#   group_add:                         nothing
#   ipc:                               nothing
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

bare=$(called '')
adds() { # what the keys add to the call
  local words
  words=$(diff <(tr ' ' '\n' <<<"$bare") <(called "$1" | tr ' ' '\n') |
    sed -n 's/^> //p' | grep -v '^io.podman.compose.config-hash' || true)
  paste -sd ' ' <<<"${words:-nothing}"
}

expect 'mem_limit, cpus' '--cpus 0.5 -m 64m' \
  "$(adds '    mem_limit: 64m\n    cpus: 0.5\n')"
expect 'pids_limit' nothing "$(adds '    pids_limit: 100\n')"
expect 'deploy, pids' nothing \
  "$(adds '    deploy: {resources: {limits: {pids: 100}}}\n')"
expect 'memswap_limit' nothing "$(adds '    memswap_limit: 64m\n')"
expect 'group_add' nothing "$(adds '    group_add: ["44"]\n')"
expect 'ipc' nothing "$(adds '    ipc: private\n')"
