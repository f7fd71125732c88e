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

# `USER 101:101` makes the process run as uid 101 and gid 101
# (Dockerfile.secure:7)
set -- "$@" --user 101:101

# the service writes to the paths below only
set -- "$@" --read-only

# the base image's program writes it (base_images.json: nginx)
set -- "$@" --tmpfs /run:rw,noexec,nosuid,nodev,size=64m,uid=101,gid=101,mode=0700

# programs put temporary files there
set -- "$@" --tmpfs /tmp:rw,noexec,nosuid,nodev,size=64m,uid=101,gid=101,mode=1777

# the base image's program writes it (base_images.json: nginx)
set -- "$@" --tmpfs /var/cache/nginx:rw,noexec,nosuid,nodev,size=64m,uid=101,gid=101,mode=0700

# `mkdir` in line 3 (Dockerfile.secure:3)
set -- "$@" --mount type=volume,source=context-var-log-nginx,target=/var/log/nginx

# no capability is needed
set -- "$@" --cap-drop ALL

# set-uid programs and file capabilities give nothing; a step-down needs neither
set -- "$@" --security-opt no-new-privileges

# room for a small nginx service (runtimes.json: nginx) (docker update changes
# it live)
set -- "$@" --pids-limit 100

# room for a small nginx service (runtimes.json: nginx) (docker update changes
# it live)
set -- "$@" --memory 256m

# no swap: a leak ends the container, not the host (docker update changes it
# live)
set -- "$@" --memory-swap 256m

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

# the base image listens there (base_images.json: nginx)
set -- "$@" --publish 127.0.0.1:80:80/tcp

# a service that cannot start does not try for ever (CIS Docker Benchmark 5.15)
# (docker update changes it live)
set -- "$@" --restart on-failure:5

# port 80 is below 1024 and the program is not root; Docker Engine allows it by
# itself since 20.10

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
