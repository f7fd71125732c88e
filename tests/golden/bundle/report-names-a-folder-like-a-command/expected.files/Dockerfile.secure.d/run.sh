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
default_image=web:secure
image=${IMAGE:-$default_image}

network=web-net
"$engine" network inspect "$network" >/dev/null 2>&1 ||
  "$engine" network create "$network" >/dev/null

given=$#

# `USER 900:900` makes the process run as uid 900 and gid 900
# (Dockerfile.secure:9)
set -- "$@" --user 900:900

# the service writes to the paths below only
set -- "$@" --read-only

# programs put sockets and process ids there
set -- "$@" --tmpfs /run:rw,noexec,nosuid,nodev,size=64m,uid=900,gid=900,mode=0700

# programs put temporary files there
set -- "$@" --tmpfs /tmp:rw,noexec,nosuid,nodev,size=64m,uid=900,gid=900,mode=1777

# `redis-server` writes it (servers.json: redis)
set -- "$@" --tmpfs /var/log/redis:rw,noexec,nosuid,nodev,size=64m,uid=900,gid=900,mode=0700

# `--set writable`
set -- "$@" --mount 'type=bind,source=/srv/a$(id)[x],target=/data'

# `redis-server` writes it (servers.json: redis)
set -- "$@" --mount type=volume,source=web-var-lib-redis,target=/var/lib/redis

# no capability is needed
set -- "$@" --cap-drop ALL

# set-uid programs and file capabilities give nothing; a step-down needs neither
set -- "$@" --security-opt no-new-privileges

# room for a small redis service (runtimes.json: redis) (docker update changes
# it live)
set -- "$@" --pids-limit 100

# room for a small redis service (runtimes.json: redis) (docker update changes
# it live)
set -- "$@" --memory 512m

# no swap: a leak ends the container, not the host (docker update changes it
# live)
set -- "$@" --memory-swap 512m

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
set -- "$@" --network web-net

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
