#!/bin/bash
# engine.sh start | stop: a container engine for the tests of this folder.
#
# Takes the engine that is there (DOCKER_HOST, the default socket). Where none
# answers, root gets a private one: its data lies in a temporary folder, it
# knows no network but the loopback of each container (requests are made from
# a second container in the same network namespace, build steps that download
# use the host's) and those that run.sh makes, so that there is no bridge but
# theirs and no firewall rule. `stop` takes away everything that was made; a
# watchman calls it when ctest dies.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"

# dockerd leaves these behind; those that were there before stay.
traces=(/etc/docker/key.json /etc/docker /opt/containerd /run/docker)
cgroup=harden-test-engine

write_state() { # NAME=VALUE…
  local line
  for line in "$@"; do
    printf '%s=%q\n' "${line%%=*}" "${line#*=}"
  done >"$state/engine.new"
  # In one step: nobody sees half a file.
  mv "$state/engine.new" "$state/engine"
}

no_engine() {
  write_state no_engine="$1"
  skip "$1"
}

debians_client() {
  # A newer client beside it may refuse to build without a plugin.
  if [[ -x /usr/bin/docker ]]; then echo /usr/bin/docker; else echo docker; fi
}

# Prints the path of a client that lets BuildKit do one build at a time: some
# versions of dockerd die where two builds meet in a step (moby#42422). In an
# engine of ours it then forgets old steps, which would fill the memory.
one_build_at_a_time() { # client [private]
  cat >"$state/client" <<END
#!/bin/bash
[[ \$1 == build && \${DOCKER_BUILDKIT:-} != 0 ]] || exec "$1" "\$@"
exec 9>"$state/build"
flock 9
"$1" "\$@"
status=\$?
[[ -z "${2:-}" ]] ||
  "$1" builder prune -f --keep-storage 2GB >/dev/null 2>&1
exit "\$status"
END
  chmod 755 "$state/client"
  echo "$state/client"
}

answers() { # client
  timeout 20 "$1" version --format '{{.Server.Version}}' >/dev/null 2>&1
}

# A new client without its plugin refuses to drive BuildKit.
drives_buildkit() { # client
  local version
  version=$("$1" version --format '{{.Client.Version}}' 2>/dev/null)
  [[ ${version%%.*} -lt 23 ]] || "$1" buildx version >/dev/null 2>&1
}

start() {
  rm -rf "$state" "$state.died"
  mkdir -p "$state"
  local candidate found=''
  # By path: `docker` is a function here.
  for candidate in "$(type -P docker || true)" /usr/bin/docker; do
    if [[ -x $candidate ]] && answers "$candidate"; then
      found=$candidate
      ! drives_buildkit "$candidate" || break
    fi
  done
  if [[ -n $found ]]; then
    use_foreign "$found"
    return
  fi
  [[ -z ${DOCKER_HOST:-} ]] || no_engine "no engine answers at $DOCKER_HOST"
  [[ $EUID -eq 0 ]] ||
    no_engine "no container engine answers, and only root can start one"
  command -v dockerd >/dev/null || no_engine "dockerd is not installed"
  start_private
}

use_foreign() { # client
  local run_id
  run_id=$(printf '%04x%04x' "$RANDOM" "$RANDOM")
  local prefix=harden-test-$run_id/
  # Real images keep their names; those pulled by us are removed again.
  if [[ ${HARDEN_TEST_REGISTRY:-} == 1 ]]; then
    prefix=''
  fi
  local buildkit=no
  ! drives_buildkit "$1" || buildkit=yes
  write_state client="$(one_build_at_a_time "$1")" owned=no run_id="$run_id" prefix="$prefix" \
    buildkit="$buildkit"
  echo "using the engine that is there: $(describe "$1")"
}

start_private() {
  local folder trace new_traces=()
  folder=$(mktemp -d /var/tmp/harden-engine.XXXXXX)
  keep_in_memory "$folder"
  for trace in "${traces[@]}"; do
    [[ -e $trace ]] || new_traces+=("$trace")
  done
  mkdir "$folder/config"
  echo '{}' >"$folder/daemon.json"
  export DOCKER_HOST=unix://$folder/socket
  # DOCKER_CONFIG: nobody's credential helpers and contexts.
  write_state client="$(one_build_at_a_time "$(debians_client)" private)" owned=yes \
    run_id=private prefix='' \
    buildkit=yes folder="$folder" remove="${new_traces[*]}" \
    "export DOCKER_HOST=$DOCKER_HOST" "export DOCKER_CONFIG=$folder/config"
  local enter=()
  if ! mountpoint -q /; then
    # A plain chroot: the daemon can only unpack images where its root is a
    # mount point. Private, or unmounting it would reach the real one.
    mkdir "$folder/root"
    if ! mount --rbind / "$folder/root" ||
      ! mount --make-rprivate "$folder/root"; then
      give_up "this is a chroot in which nothing can be mounted"
    fi
    enter=(chroot "$folder/root")
  fi
  "${enter[@]}" \
    dockerd --config-file "$folder/daemon.json" --data-root "$folder/data" \
    --exec-root "$folder/exec" --host "$DOCKER_HOST" \
    --pidfile "$folder/pid" --bridge=none --iptables=false \
    --ip-forward=false --cgroup-parent "$cgroup" \
    </dev/null >"$folder/log" 2>&1 &
  local daemon=$! attempt
  for ((attempt = 0; attempt < 60; ++attempt)); do
    if answers "$(debians_client)"; then
      echo started=yes >>"$state/engine"
      watch_ctest "$folder"
      echo "started a private engine: $(describe "$(debians_client)")"
      return
    fi
    kill -0 "$daemon" 2>/dev/null || break
    sleep 0.5
  done
  local reason
  reason=$(grep -v 'level=info' "$folder/log" | tail -n 1)
  give_up "dockerd does not start here: $reason"
}

# The engine syncs each step to the disk, for data that nobody wants tomorrow:
# on slow disks that is most of the time. All images and layers together take 8 GiB.
keep_in_memory() { # folder
  local available
  available=$(sed -n 's/^MemAvailable: *\([0-9]*\) kB$/\1/p' /proc/meminfo)
  [[ ${available:-0} -ge $((12 << 20)) ]] || return 0
  mount -t tmpfs -o size=10g,mode=700 harden-engine "$1" 2>/dev/null || true
}

give_up() { # why
  stop
  mkdir -p "$state"
  no_engine "$1"
}

describe() { # client
  "$1" version --format \
    'client {{.Client.Version}}, server {{.Server.Version}}'
}

# An interrupted ctest runs no cleanup. The next one may have an engine of its
# own by then.
watch_ctest() {
  # shellcheck disable=SC2016 # expanded by the inner shell
  setsid bash -c '
    while kill -0 "$1" 2>/dev/null; do sleep 2; done
    ! grep -qsxF "folder=$3" "$HARDEN_SYSTEM_STATE/engine" || exec "$2" stop
  ' watchman "$PPID" "$(readlink -f "$0")" "$1" </dev/null >/dev/null 2>&1 &
}

stop() {
  local died='' # why, when the private engine did so before
  [[ -e $state/engine ]] || return 0
  # shellcheck disable=SC1091 # made at run time
  . "$state/engine"
  if [[ -n ${no_engine:-} ]]; then
    :
  elif [[ ${owned:?} == yes ]]; then
    stop_private
  else
    remove_ours
  fi
  # First, or the watchman would stop it once more.
  rm -rf "$state"
  [[ -z $died ]] || {
    : >"$state.died" # ./dev test looks for it
    fail "the engine died before: $died"
  }
}

stop_private() {
  local running pid
  [[ -z ${started:-} ]] || answers "$client" || died=$(last_words)
  running=$(timeout 30 "$client" ps -aq 2>/dev/null || true)
  # shellcheck disable=SC2086 # one word a container
  [[ -z $running ]] || docker rm -f $running >/dev/null || true
  # Their bridges would stay.
  timeout 30 "$client" network prune -f >/dev/null 2>&1 || true
  if [[ -s $folder/pid ]]; then
    pid=$(<"$folder/pid")
    kill "$pid" 2>/dev/null || true
    wait_for_end "$pid"
  fi
  [[ -z $died ]] || kill_what_is_left
  # What a killed daemon leaves mounted.
  grep -o " $folder/[^ ]*" /proc/self/mounts | sort -r |
    xargs -r umount -l || true
  ! mountpoint -q "$folder" || umount "$folder" || umount -l "$folder"
  # Where the root is still mounted, rmdir refuses, and nothing is removed.
  if [[ -e $folder/root ]] && ! rmdir "$folder/root"; then
    fail "$folder could not be unmounted"
  fi
  rm -rf "$folder"
  # shellcheck disable=SC2086 # one word a path
  [[ -z $remove ]] || rm -rf $remove
  find /sys/fs/cgroup -depth -type d -path "*/$cgroup*" -exec rmdir {} \; || true
}

# A killed daemon leaves containerd and the containers running. Other engines
# may have containers in the same group.
kill_what_is_left() {
  local container
  pkill -KILL -f "$folder/" || true
  for container in "$folder"/data/containers/*/; do
    find /sys/fs/cgroup -path "*/$cgroup/$(basename "$container")/*" \
      -name cgroup.procs -exec cat {} +
  done | sort -u | xargs -r kill -KILL 2>/dev/null || true
  sleep 1
}

# Why the daemon ended: where it panics, else the end of its log.
last_words() {
  local log=$folder/log
  grep -m 1 -A 40 -E '^(panic|fatal error|SIG[A-Z]+):' "$log" ||
    tail -n 20 "$log" || echo 'and left no log'
}

wait_for_end() { # pid
  local attempt
  for ((attempt = 0; attempt < 100; ++attempt)); do
    kill -0 "$1" 2>/dev/null || return 0
    sleep 0.2
  done
  kill -KILL "$1" 2>/dev/null || true
}

remove_ours() {
  local names
  names=$(docker ps -aq --filter "label=harden-test=${run_id:?}")
  # shellcheck disable=SC2086 # one word a container
  [[ -z $names ]] || docker rm -f -v $names >/dev/null
  names=$(docker volume ls -q --filter "name=^harden-test-$run_id-")
  # shellcheck disable=SC2086 # one word a volume
  [[ -z $names ]] || docker volume rm -f $names >/dev/null
  names=$(docker network ls -q --filter "name=^harden-test-$run_id-")
  # shellcheck disable=SC2086 # one word a network
  [[ -z $names ]] || docker network rm $names >/dev/null
  # Whatever was built or pulled since the start.
  names=$(docker image ls --format '{{.Repository}}:{{.Tag}}' |
    grep "^harden-test-$run_id/" || true)
  # shellcheck disable=SC2086 # one word an image
  [[ -z $names ]] || docker rmi -f $names >/dev/null
  if [[ ${HARDEN_TEST_REGISTRY:-} == 1 && -e $state/pulled ]]; then
    xargs -r "$client" rmi <"$state/pulled" >/dev/null || true
  fi
}

case ${1:-} in
  start) start ;;
  stop) stop ;;
  *)
    echo "usage: engine.sh start | stop" >&2
    exit 2
    ;;
esac
