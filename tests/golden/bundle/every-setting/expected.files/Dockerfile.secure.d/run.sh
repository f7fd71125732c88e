#!/bin/sh
# Runs the image of Dockerfile.secure, confined to what it needs. Written
# by harden: change harden.toml and run harden again, not this file.
#
#   ./run.sh ARGS…                           ARGS go to the image's command
#   RUN_OPTIONS='-d -e KEY=value' ./run.sh   further options of docker run
#   IMAGE=name:tag ENGINE=/usr/bin/docker ./run.sh
set -euf

engine=${ENGINE:-docker}
# `image` (harden.toml:3)
default_image=registry.example.org/web:1.2
image=${IMAGE:-$default_image}
folder=$(dirname -- "$0")

stop() {
  printf 'run.sh: %s\n' "$1" >&2
  exit 1
}

# An engine on a host without AppArmor starts the container unconfined and says
# nothing.
profile=web-profile
enabled=$(cat /sys/module/apparmor/parameters/enabled 2>/dev/null) || enabled=N
[ "$enabled" = Y ] ||
  stop "this host has no AppArmor, so $profile would not confine the container"
if loaded=$(cat /sys/kernel/security/apparmor/profiles 2>/dev/null); then
  printf '%s\n' "$loaded" | sed 's/ ([a-z]*)$//' | grep -qxF -e "$profile" ||
    stop "the AppArmor profile $profile is not loaded: apparmor_parser -r FILE"
fi

network=backend
"$engine" network inspect "$network" >/dev/null 2>&1 ||
  "$engine" network create "$network" >/dev/null

given=$#

# `container_name` (harden.toml:4)
set -- "$@" --name web-1

# `USER 10001:10001` makes the process run as uid 10001 and gid 10001
# (Dockerfile.secure:10)
set -- "$@" --user 10001:10001

# `USER 10001:10001` makes the process run as uid 10001 and gid 10001
# (Dockerfile.secure:10)
set -- "$@" --group-add 44

# `USER 10001:10001` makes the process run as uid 10001 and gid 10001
# (Dockerfile.secure:10)
set -- "$@" --group-add 107

# `read_only` (harden.toml:11)
set -- "$@" --read-only

# `writable` (harden.toml:7)
set -- "$@" --tmpfs /scratch:rw,exec,nosuid,nodev,size=1g,uid=10001,gid=10001,mode=0750

# programs put temporary files there
set -- "$@" --tmpfs /tmp:rw,noexec,nosuid,nodev,size=64m,uid=10001,gid=10001,mode=1777

# `writable` (harden.toml:7)
set -- "$@" --tmpfs /var/cache/web:rw,noexec,nosuid,nodev,size=64m,uid=10001,gid=10001,mode=0700

# `VOLUME` in line 7 (Dockerfile.secure:7)
set -- "$@" --mount type=volume,source=web-data,target=/data

# `writable` (harden.toml:7)
set -- "$@" --mount type=volume,source=shared,target=/srv

# only those that follow are needed
set -- "$@" --cap-drop ALL

# `capabilities` (harden.toml:9)
set -- "$@" --cap-add NET_RAW

# `no_new_privileges` (harden.toml:10)
set -- "$@" --security-opt no-new-privileges

# `seccomp` (harden.toml:12)
set -- "$@" --security-opt "seccomp=$folder/seccomp.json"

# `apparmor` (harden.toml:13)
set -- "$@" --security-opt apparmor=web-profile

# `selinux` (harden.toml:14)
set -- "$@" --security-opt label=type:web_t

# `selinux` (harden.toml:14)
set -- "$@" --security-opt label=level:s0:c1,c2

# `limits.pids` (harden.toml:40) (docker update changes it live)
set -- "$@" --pids-limit 64

# `limits.memory` (harden.toml:32) (docker update changes it live)
set -- "$@" --memory 1g

# `limits.memory_swap` (harden.toml:33) (docker update changes it live)
set -- "$@" --memory-swap 2g

# `limits.memory_reservation` (harden.toml:34) (docker update changes it live)
set -- "$@" --memory-reservation 512m

# `limits.shm_size` (harden.toml:35)
set -- "$@" --shm-size 128m

# `limits.cpus` (harden.toml:36) (docker update changes it live)
set -- "$@" --cpus 1.5

# `limits.cpu_shares` (harden.toml:37) (docker update changes it live)
set -- "$@" --cpu-shares 512

# `limits.cpuset_cpus` (harden.toml:38) (docker update changes it live)
set -- "$@" --cpuset-cpus 0-1

# `limits.cpuset_mems` (harden.toml:39) (docker update changes it live)
set -- "$@" --cpuset-mems 0

# `limits.blkio_weight` (harden.toml:41) (docker update changes it live)
set -- "$@" --blkio-weight 300

# no core dumps with secrets in them
set -- "$@" --ulimit core=0:0

# `limits.ulimits` (harden.toml:42)
set -- "$@" --ulimit nofile=1024:2048

# `limits.ulimits` (harden.toml:42)
set -- "$@" --ulimit nproc=50:50

# `limits.device_read_bps` (harden.toml:43)
set -- "$@" --device-read-bps /dev/sda:1m

# `limits.device_read_iops` (harden.toml:45)
set -- "$@" --device-read-iops /dev/sda:1000

# `limits.device_write_bps` (harden.toml:44)
set -- "$@" --device-write-bps /dev/sda:512k

# `limits.device_write_iops` (harden.toml:46)
set -- "$@" --device-write-iops /dev/sda:500

# `limits.cgroup_parent` (harden.toml:47)
set -- "$@" --cgroup-parent web.slice

# `devices` (harden.toml:20)
set -- "$@" --device /dev/fuse

# `devices` (harden.toml:20)
set -- "$@" --device /dev/ttyS0:/dev/modem:rw

# `device_cgroup_rules` (harden.toml:21)
set -- "$@" --device-cgroup-rule 'c 10:229 rwm'

# `ipc` (harden.toml:17)
set -- "$@" --ipc shareable

# the host's tree of control groups stays out of sight
set -- "$@" --cgroupns private

# `network` (harden.toml:18)
set -- "$@" --network backend

# `pid` (harden.toml:19)
set -- "$@" --pid container:web-0

# `ports` (harden.toml:6)
set -- "$@" --publish 0.0.0.0:443:8443/tcp

# `ports` (harden.toml:6)
set -- "$@" --publish 127.0.0.1:53:5353/udp

# `ports` (harden.toml:6)
set -- "$@" --publish 127.0.0.1:9000:9000/tcp

# `health.interval` (harden.toml:26); `health.retries` (harden.toml:28);
# `health.start_period` (harden.toml:29); `health.test` (harden.toml:25);
# `health.timeout` (harden.toml:27)

set -- "$@" --health-cmd 'python -c '\''import check'\'''

set -- "$@" --health-interval 90s

set -- "$@" --health-timeout 5s

set -- "$@" --health-start-period 10s

set -- "$@" --health-retries 3

# `restart` (harden.toml:16) (docker update changes it live)
set -- "$@" --restart unless-stopped

# `sysctls` (harden.toml:22)
set -- "$@" --sysctl net.core.somaxconn=1024

# shellcheck disable=SC2086 # split at blanks
set -- "$@" ${RUN_OPTIONS-} "$image"

# What this script was given goes behind the image.
while [ "$given" -gt 0 ]; do
  argument=$1
  shift
  set -- "$@" "$argument"
  given=$((given - 1))
done

exec "$engine" run "$@"
