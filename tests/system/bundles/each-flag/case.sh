# shellcheck shell=bash disable=SC2034,SC2154
# With any one flag of run.sh weakened, the kernel says something else than the
# policy: each does what its comment says, and the checks of confinement.sh
# would notice if it did not.
listens=80
program='nginx: '

check() {
  # harden's own profile would stop a start without no-new-privileges.
  write_bundle --set seccomp=default
  build Dockerfile.secure hardened
  launch || fail "$why"
  wait_for 'start worker process'
  (expect_confined) || fail "as it is, it is not confined"
  printf 'with one flag of run.sh weakened:\n'
  weakened --read-only '' 'can be written'
  weakened '--user 101:101' '--user 101:0' 'gids 0,0,0,0'
  weakened '--user 101:101' '\2 --group-add 0' 'groups 0,101'
  weakened '--cap-drop ALL' '' 'bnd 0*[1-9a-f]'
  weakened '--cap-drop ALL' '\2 --cap-add CHOWN' 'bnd 0*1 '
  weakened '--security-opt no-new-privileges' '' 'NoNewPrivs 0'
  weakened '--ipc private' '--ipc host' "ipc is the host's"
  weakened '--cgroupns private' '--cgroupns host' "cgroup is the host's"
  weakened '--memory 256m' '--memory 255m' 'memory is'
  # Kernels without accounting of swap do not know.
  [[ -z $(fact swap) ]] || weakened '--memory-swap 256m' '--memory-swap 257m' 'swap is'
  weakened '--cpus 1$' '--cpus 2' 'cpu is'
  weakened '--pids-limit 100' '' 'pids is'
  weakened 'size=64m' 'size=65m' 'limited by'
  weakened noexec exec 'is mounted'
  weakened ',nosuid' ',suid' 'is mounted'
}

weakened() { # FLAG INSTEAD NOTICED
  local said
  edits=("s/^(set -- \"\\\$@\" .*)($1)/\1$2/")
  ! cmp -s "$bundle/run.sh" <(sed -E "${edits[0]}" "$bundle/run.sh") ||
    fail "run.sh does not say $1"
  forget
  launch || fail "$1: $why"
  wait_for 'start worker process'
  ! said=$(expect_confined) || fail "nobody notices $1 => $2"
  [[ $said =~ FAILED:.*$3 ]] || fail "$1 => $2: $said"
  printf '  %-34s %s\n' "$1" "$(grep -oE "($3).*" <<<"$said" | tail -n 1)"
}
