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
default_image=context:secure
image=${IMAGE:-$default_image}

network=context-net
"$engine" network inspect "$network" >/dev/null 2>&1 ||
  "$engine" network create "$network" >/dev/null

given=$#

# `USER 10001:10001` makes the process run as uid 10001 and gid 10001
# (Dockerfile.secure:8)
set -- "$@" --user 10001:10001

# the service writes to the paths below only
set -- "$@" --read-only

# programs put sockets and process ids there
set -- "$@" --tmpfs /run:rw,noexec,nosuid,nodev,size=64m,uid=10001,gid=10001,mode=0700

# programs put temporary files there; with `exec`: it maps code from files that
# it writes there (runtimes.json: java)
set -- "$@" --tmpfs /tmp:rw,exec,nosuid,nodev,size=64m,uid=10001,gid=10001,mode=1777

# `JAVA_TOOL_OPTIONS="-Djava.io.tmpdir=/var/tmp"` in line 4
# (Dockerfile.secure:4)
set -- "$@" --tmpfs /var/tmp:rw,noexec,nosuid,nodev,size=64m,uid=10001,gid=10001,mode=1777

# no capability is needed
set -- "$@" --cap-drop ALL

# set-uid programs and file capabilities give nothing; a step-down needs neither
set -- "$@" --security-opt no-new-privileges

# room for a small java service (runtimes.json: java) (docker update changes it
# live)
set -- "$@" --pids-limit 512

# room for a small java service (runtimes.json: java) (docker update changes it
# live)
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
set -- "$@" --network context-net

# the first process must take signals and reap what its children leave, which
# this one may not do
set -- "$@" --init

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
