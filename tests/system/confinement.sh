# shellcheck shell=bash disable=SC2154
# What the kernel says about a container, against its policy.json. bundle.sh
# sets the values of the policy; run_bundle.sh reads this file.

# The numbers of linux/capability.h.
capability_names=(CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID KILL SETGID
  SETUID SETPCAP LINUX_IMMUTABLE NET_BIND_SERVICE NET_BROADCAST NET_ADMIN
  NET_RAW IPC_LOCK IPC_OWNER SYS_MODULE SYS_RAWIO SYS_CHROOT SYS_PTRACE)

# As /proc/PID/status shows it.
mask() { # CAPABILITY…
  local wanted bits=0 i
  for wanted in "$@"; do
    for i in "${!capability_names[@]}"; do
      [[ ${capability_names[i]} != "$wanted" ]] || bits=$((bits | 1 << i))
    done
  done
  printf '%016x' "$bits"
}

# Runs bash among the processes and control groups of the host.
on_host() { # SCRIPT PID [ARGUMENT…]
  helper -i --pid host --cgroupns host --cap-add SYS_PTRACE \
    --security-opt apparmor=unconfined -v /sys/fs/cgroup:/sys/fs/cgroup:ro \
    -- bash -s "${@:2}" < <(cat "$here/control_groups.sh" "$1")
}

first_process() {
  docker inspect -f '{{.State.Pid}}' "$container"
}

# Leaves what outside.sh prints in $work/facts.
look() {
  on_host "$here/outside.sh" "$(first_process)" >"$work/facts" || {
    why="nothing could be read from outside: $(<"$work/helper.log")"
    return 1
  }
}

# All processes of the container run as the policy's user, without any
# capability; one of them is the program.
serves_as_user() {
  look && is_confined
}

is_confined() {
  local uid=${user%:*} gid=${user#*:} found=no
  local process inside uids gids groups inh prm eff bnd amb nnp seccomp command
  while read -r _ process inside uids gids groups inh prm eff bnd amb nnp \
    seccomp command; do
    why="process $inside, $command: uids $uids, gids $gids, groups $groups, \
capabilities inh $inh prm $prm eff $eff bnd $bnd amb $amb, \
NoNewPrivs $nnp, Seccomp $seccomp"
    [[ $uids == "$uid,$uid,$uid,$uid" && $gids == "$gid,$gid,$gid,$gid" &&
      ,$groups, != *,0,* ]] || return 1
    [[ $prm$eff$amb =~ ^0+$ && $bnd == "$(mask "${capabilities[@]}")" ]] ||
      return 1
    # Engines before 20.10.14 fill it; without file capabilities it is nothing.
    [[ $inh =~ ^0+$ || $inh == "$bnd" ]] || return 1
    [[ $nnp == 1 && $seccomp == 2 ]] || return 1
    if [[ $command =~ ^($program) ]]; then
      found=$process shown=$why
    fi
  done < <(grep '^process ' "$work/facts")
  why="no process is called $program"
  [[ $found != no ]] || return 1
  serving=$found why=''
}

expect_confined() {
  serves_as_user || fail "$why"
  printf '  %s\n' "$shown"
  expect_own_namespaces
  expect_limits
  expect_mounts
  expect_writes
}

expect_own_namespaces() {
  local kind own host seen=''
  while read -r _ kind own host; do
    [[ -n $own && -n $host ]] || fail "the namespace $kind could not be read"
    [[ $own != "$host" ]] || fail "the namespace $kind is the host's: $own"
    seen+=" $kind"
  done < <(grep '^namespace ' "$work/facts")
  [[ $seen == ' mnt pid net ipc uts cgroup' ]] || fail "only seen:$seen"
  printf '  its own namespaces:%s\n' "$seen"
}

fact() { # NAME
  sed -n "s/^limit $1 //p" "$work/facts"
}

expect_limits() {
  local limit
  for limit in memory pids cpu; do
    [[ $(fact $limit) == "${!limit}" ]] ||
      fail "the limit of $limit is $(fact $limit), not ${!limit}"
  done
  # Kernels without accounting of swap have none.
  [[ -z $(fact swap) || $(fact swap) == "$swap" ]] ||
    fail "the limit of swap is $(fact swap), not $swap"
  printf '  limits: memory %s, swap %s, pids %s, cpu %s\n' "$(fact memory)" \
    "$(fact swap)" "$(fact pids)" "$(fact cpu)"
}

# The root is read-only, the declared paths are what they are declared as, and
# nothing else can be written but what engines add.
expect_mounts() {
  local path options type super super_options size it declared=' '
  for it in "${paths[@]}"; do
    read -r type path size _ <<<"$it"
    declared+="$path "
    options=$(grep "^mount $path " "$work/facts" | tail -n 1) ||
      fail "$path is not mounted"
    read -r _ _ options super super_options <<<"$options"
    [[ ,$options, == *,rw,* ]] || fail "$path is mounted $options"
    [[ $type != tmpfs ]] || expect_tmpfs
  done
  while read -r _ path options type super; do
    [[ ,$options, == *,rw,* ]] || continue
    case $path in
      /proc | /proc/* | /dev | /dev/* | /sys/fs/cgroup) continue ;;
      # Docker before 23 gave these with the volumes' options.
      /etc/resolv.conf | /etc/hostname | /etc/hosts) continue ;;
    esac
    [[ $declared == *" $path "* ]] || fail "$path can be written: $options"
  done < <(grep '^mount ' "$work/facts")
  grep -qE '^mount / ro,' "$work/facts" || fail "the root is not read-only"
}

# Of `path`: its `size`, `options`, and the file system's own.
expect_tmpfs() {
  local wanted
  [[ $super == tmpfs ]] || fail "$path is $super"
  for wanted in noexec nosuid nodev; do
    [[ ,$options, == *,$wanted,* ]] || fail "$path is mounted $options"
  done
  [[ ,$super_options, == *,size=$((size / 1024))k,* ]] ||
    fail "$path is limited by $super_options"
  printf '  %s: %s %s\n' "$path" "$options" "$super_options"
}

# The service's user can write to each path, and not even root to others. The
# image need not have a shell: writes go through /proc/PID/root, where the
# mounts are the container's.
expect_writes() {
  local it list=()
  for it in "${paths[@]}"; do
    read -r _ it _ <<<"$it"
    list+=("$it")
  done
  on_host "$here/outside_writes.sh" "$serving" "${user%:*}" "${user#*:}" \
    "${list[@]}" >"$work/writes" || {
    cat "$work/writes" "$work/helper.log"
    fail "what can be written is not what was declared"
  }
  sed 's/^/  /' "$work/writes"
  [[ $image_has_shell == yes ]] || return 0
  local said
  said=$(docker exec "$container" sh -c ': >/written' 2>&1) &&
    fail "docker exec wrote to the root"
  [[ $said == *'Read-only file system'* ]] || fail "docker exec: $said"
  printf '  docker exec: %s\n' "${said##*: }"
}
