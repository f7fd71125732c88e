# shellcheck shell=bash disable=SC2154
# Run on_host (confinement.sh): what the kernel says about the container whose
# first process is $1.
#
#   namespace NAME OWN HOST
#   process PID IN-CONTAINER UIDS GIDS GROUPS INH PRM EFF BND AMB NNP SECCOMP COMMAND…
#   mount PATH OPTIONS TYPE SUPER-OPTIONS
#   limit NAME VALUE      bytes, processes, thousandths of a processor

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

# The status is read at once: the shell reads in pieces, and a line is lost when
# one before it has got longer or shorter in between.
# shellcheck disable=SC2086,SC2154 # split at blanks; declared from the file
process() { # PID
  local key values words status
  status=$(cat "/proc/$1/status" 2>/dev/null) || return 0
  while read -r key values; do
    declare "${key%:}=$values"
  done <<<"$status"
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

limits() {
  local folder swap quota period
  folder=$(control_group memory)
  if [[ -e $folder/memory.max ]]; then
    echo "limit memory $(<"$folder/memory.max")"
    swap=$(cat "$folder/memory.swap.max" 2>/dev/null)
    read -r quota period <"$(control_group cpu)/cpu.max"
  else
    echo "limit memory $(<"$folder/memory.limit_in_bytes")"
    swap=$(cat "$folder/memory.memsw.limit_in_bytes" 2>/dev/null)
    [[ -z $swap ]] || swap=$((swap - $(<"$folder/memory.limit_in_bytes")))
    folder=$(control_group cpu)
    quota=$(<"$folder/cpu.cfs_quota_us")
    period=$(<"$folder/cpu.cfs_period_us")
  fi
  # Not there without accounting of swap.
  [[ -z $swap ]] || echo "limit swap $swap"
  echo "limit pids $(<"$(control_group pids)/pids.max")"
  [[ $quota == max || $quota == -1 ]] || quota=$((quota * 1000 / period))
  echo "limit cpu $quota"
}

namespaces
processes
mounts
limits
