#!/bin/sh
# Runs the image of Dockerfile.secure, confined to what it needs. Written
# by harden: change harden.toml and run harden again, not this file.
#
#   ./run.sh ARGS…                           ARGS go to the image's command
#   RUN_OPTIONS='-d -e KEY=value' ./run.sh   further options of docker run
#   IMAGE=name:tag ENGINE=/usr/bin/docker ./run.sh
set -euf

engine=${ENGINE:-docker}
# the tag that `docker build -t` is given
default_image=db:secure
image=${IMAGE:-$default_image}
folder=$(dirname -- "$0")

network=db-net
"$engine" network inspect "$network" >/dev/null 2>&1 ||
  "$engine" network create "$network" >/dev/null

given=$#

# the service writes to the paths below only
set -- "$@" --read-only

# programs put sockets and process ids there
set -- "$@" --tmpfs /run:rw,noexec,nosuid,nodev,size=64m,uid=999,gid=999,mode=1777

# the base image's program writes it (base_images.json: postgres-17)
set -- "$@" --tmpfs /run/postgresql:rw,noexec,nosuid,nodev,size=64m,uid=999,gid=999,mode=0755

# programs put temporary files there
set -- "$@" --tmpfs /tmp:rw,noexec,nosuid,nodev,size=64m,uid=999,gid=999,mode=1777

# the base image declares it a volume (base_images.json: postgres-17)
set -- "$@" --mount type=volume,source=db-var-lib-postgresql-data,target=/var/lib/postgresql/data

# only those that follow are needed
set -- "$@" --cap-drop ALL

# the base's entrypoint gives the volume to the service's user
# (base_images.json: postgres-17)
set -- "$@" --cap-add CHOWN

# the base's entrypoint finds a volume closed to others at the second start
# (base_images.json: postgres-17)
set -- "$@" --cap-add DAC_OVERRIDE

# the base's entrypoint steps down: sets the service's gid and groups
# (base_images.json: postgres-17)
set -- "$@" --cap-add SETGID

# the base's entrypoint steps down: sets the service's uid (base_images.json:
# postgres-17)
set -- "$@" --cap-add SETUID

# set-uid programs and file capabilities give nothing; a step-down needs neither
set -- "$@" --security-opt no-new-privileges

# the system calls that postgres needs (seccomp/sets.json: postgres)
set -- "$@" --security-opt "seccomp=$folder/seccomp.json"

# room for a small postgres service (runtimes.json: postgres) (docker update
# changes it live)
set -- "$@" --pids-limit 200

# room for a small postgres service (runtimes.json: postgres) (docker update
# changes it live)
set -- "$@" --memory 1g

# no swap: a leak ends the container, not the host (docker update changes it
# live)
set -- "$@" --memory-swap 1g

# one processor (docker update changes it live)
set -- "$@" --cpus 1

# open files and sockets; an engine whose own hard limit is lower refuses it
set -- "$@" --ulimit nofile=1024:16384

# no core dumps with secrets in them
set -- "$@" --ulimit core=0:0

# no shared memory with others
set -- "$@" --ipc private

# the host's tree of control groups stays out of sight
set -- "$@" --cgroupns private

# a network of its own: no unasked neighbours, names resolve
set -- "$@" --network db-net

# the base image listens there (base_images.json: postgres-17)
set -- "$@" --publish 127.0.0.1:5432:5432/tcp

# a service that cannot start does not try for ever (CIS Docker Benchmark 5.15)
# (docker update changes it live)
set -- "$@" --restart on-failure:5

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
