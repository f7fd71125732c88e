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

# `USER 1000:1000` makes the process run as uid 1000 and gid 1000
# (Dockerfile.secure:3)
set -- "$@" --user 1000:1000

# the service writes to the paths below only
set -- "$@" --read-only

# the base image's program writes it (base_images.json: caddy)
set -- "$@" --tmpfs /config:rw,noexec,nosuid,nodev,size=64m,uid=1000,gid=1000,mode=0700

# programs put sockets and process ids there
set -- "$@" --tmpfs /run:rw,noexec,nosuid,nodev,size=64m,uid=1000,gid=1000,mode=0700

# programs put temporary files there
set -- "$@" --tmpfs /tmp:rw,noexec,nosuid,nodev,size=64m,uid=1000,gid=1000,mode=1777

# the base image's program writes it (base_images.json: caddy)
set -- "$@" --mount type=volume,source=context-data,target=/data

# only those that follow are needed
set -- "$@" --cap-drop ALL

# `/usr/bin/caddy` carries it as a file, and needs it to start or to work
# (base_images.json: caddy)
set -- "$@" --cap-add NET_BIND_SERVICE

# set-uid programs and file capabilities give nothing; a step-down needs neither
set -- "$@" --security-opt no-new-privileges

# room for a small service (docker update changes it live)
set -- "$@" --pids-limit 200

# room for a small service (docker update changes it live)
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
set -- "$@" --network context-net

# the base image listens there (base_images.json: caddy)
set -- "$@" --publish 127.0.0.1:80:80/tcp

# the base image listens there (base_images.json: caddy)
set -- "$@" --publish 127.0.0.1:443:443/tcp

# the base image listens there (base_images.json: caddy)
set -- "$@" --publish 127.0.0.1:443:443/udp

# the base image listens there (base_images.json: caddy)
set -- "$@" --publish 127.0.0.1:2019:2019/tcp

# the first process must take signals and reap what its children leave, which
# this one may not do
set -- "$@" --init

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
