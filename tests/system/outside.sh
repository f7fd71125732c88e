# shellcheck shell=bash
# Run in a container that sees the processes of the host: what the kernel
# says about the container whose first process is $1.
#
#   namespace NAME OWN HOST
#   process PID IN-CONTAINER UIDS GIDS GROUPS INH PRM EFF BND AMB NNP SECCOMP COMMAND…
#   mount PATH OPTIONS TYPE SUPER-OPTIONS
#   limit NAME VALUE      bytes, processes, thousandths of a processor

first=$1

joined() {
  local IFS=,
  printf '%s' "${*:-none}"
}

# The first process is a child of the engine's, which is in those of the host.
namespaces() {
  local name parent
  parent=$(sed -n 's/^PPid:[[:blank:]]*//p' "/proc/$first/status")
  for name in mnt pid net ipc uts cgroup; do
    echo "namespace $name $(readlink "/proc/$first/ns/$name")" \
      "$(readlink "/proc/$parent/ns/$name")"
  done
}

# shellcheck disable=SC2086,SC2154 # split at blanks; declared from the file
process() { # PID
  local key values words
  while read -r key values; do
    declare "${key%:}=$values"
  done <"/proc/$1/status" 2>/dev/null || return 0
  mapfile -d '' -t words <"/proc/$1/cmdline"
  echo "process $1 ${NSpid##*[[:blank:]]}" "$(joined $Uid)" "$(joined $Gid)" \
    "$(joined $Groups)" "$CapInh $CapPrm $CapEff $CapBnd $CapAmb" \
    "$NoNewPrivs $Seccomp ${words[*]}"
}

processes() {
  local folder space
  space=$(readlink "/proc/$first/ns/pid")
  for folder in /proc/[0-9]*; do
    [[ $(readlink "$folder/ns/pid" 2>/dev/null) != "$space" ]] ||
      process "${folder#/proc/}"
  done
}

mounts() {
  local words i
  while read -r -a words; do
    # After the options come any number of others, and a dash.
    for ((i = 6; i < ${#words[@]}; ++i)); do
      [[ ${words[i]} != - ]] || break
    done
    echo "mount ${words[4]} ${words[5]} ${words[i + 1]} ${words[i + 3]}"
  done <"/proc/$first/mountinfo"
}

# The folder of a controller of version 1, or nothing.
version_1() { # CONTROLLER
  local line path
  while IFS= read -r line; do
    path=${line#*:*:}
    line=${line#*:}
    if [[ ,${line%%:*}, == *,$1,* ]]; then echo "/sys/fs/cgroup/$1$path"; fi
  done <"/proc/$first/cgroup"
}

limits() {
  local folder quota period
  folder=$(version_1 memory)
  if [[ -n $folder ]]; then
    echo "limit memory $(<"$folder/memory.limit_in_bytes")"
    # Not there without accounting of swap.
    [[ ! -e $folder/memory.memsw.limit_in_bytes ]] ||
      echo "limit swap $(($(<"$folder/memory.memsw.limit_in_bytes") - \
        $(<"$folder/memory.limit_in_bytes")))"
    echo "limit pids $(<"$(version_1 pids)/pids.max")"
    folder=$(version_1 cpu)
    quota=$(<"$folder/cpu.cfs_quota_us")
    period=$(<"$folder/cpu.cfs_period_us")
  else
    folder=/sys/fs/cgroup$(sed -n 's/^0:://p' "/proc/$first/cgroup")
    echo "limit memory $(<"$folder/memory.max")"
    [[ ! -e $folder/memory.swap.max ]] ||
      echo "limit swap $(<"$folder/memory.swap.max")"
    echo "limit pids $(<"$folder/pids.max")"
    read -r quota period <"$folder/cpu.max"
  fi
  [[ $quota == max ]] || quota=$((quota * 1000 / period))
  echo "limit cpu $quota"
}

namespaces
processes
mounts
limits
