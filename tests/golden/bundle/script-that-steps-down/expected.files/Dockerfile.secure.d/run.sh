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
default_image=cache:secure
image=${IMAGE:-$default_image}

network=cache-net
"$engine" network inspect "$network" >/dev/null 2>&1 ||
  "$engine" network create "$network" >/dev/null

given=$#

# the service writes to the paths below only
set -- "$@" --read-only

# programs put sockets and process ids there
set -- "$@" --tmpfs /run:rw,noexec,nosuid,nodev,size=64m,mode=1777

# programs put temporary files there
set -- "$@" --tmpfs /tmp:rw,noexec,nosuid,nodev,size=64m,mode=1777

# `redis-server` writes it (servers.json: redis)
set -- "$@" --tmpfs /var/log/redis:rw,noexec,nosuid,nodev,size=64m,mode=1777

# `VOLUME` in line 4 (Dockerfile.secure:4)
set -- "$@" --mount type=volume,source=cache-data,target=/data

# `redis-server` writes it (servers.json: redis)
set -- "$@" --mount type=volume,source=cache-var-lib-redis,target=/var/lib/redis

# only those that follow are needed
set -- "$@" --cap-drop ALL

# `chown -R redis:redis /data` changes owners (entry.sh:5)
set -- "$@" --cap-add CHOWN

# `mkdir -p /run/redis` writes files (entry.sh:4)
set -- "$@" --cap-add DAC_OVERRIDE

# steps down: sets the service's gid and groups (entry.sh:6)
set -- "$@" --cap-add SETGID

# steps down: sets the service's uid (entry.sh:6)
set -- "$@" --cap-add SETUID

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
set -- "$@" --network cache-net

# `EXPOSE` in line 5 (Dockerfile.secure:5)
set -- "$@" --publish 127.0.0.1:6379:6379/tcp

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
