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

# no --read-only: it writes where no mount fits: `echo "ServerName
# ${SERVER_NAME:-localhost}" > /etc/apache2/conf-available/name.c`
# (startup.secure.sh:4)

# programs put sockets and process ids there
set -- "$@" --tmpfs /run:rw,noexec,nosuid,nodev,size=64m,uid=33,gid=33,mode=1777

# the base image's program writes it (base_images.json: php-apache)
set -- "$@" --tmpfs /run/apache2:rw,noexec,nosuid,nodev,size=64m,uid=33,gid=33,mode=0755

# the base image's program writes it (base_images.json: php-apache)
set -- "$@" --tmpfs /run/lock/apache2:rw,noexec,nosuid,nodev,size=64m,uid=33,gid=33,mode=0755

# programs put temporary files there
set -- "$@" --tmpfs /tmp:rw,noexec,nosuid,nodev,size=64m,uid=33,gid=33,mode=1777

# only those that follow are needed
set -- "$@" --cap-drop ALL

# `chown 33 "/proc/$$/fd/1" "/proc/$$/fd/2"` changes owners
# (startup.secure.sh:10)
set -- "$@" --cap-add CHOWN

# steps down: sets the service's gid and groups (startup.secure.sh:11)
set -- "$@" --cap-add SETGID

# steps down: sets the service's uid (startup.secure.sh:11)
set -- "$@" --cap-add SETUID

# set-uid programs and file capabilities give nothing; a step-down needs neither
set -- "$@" --security-opt no-new-privileges

# room for a small apache service (runtimes.json: apache) (docker update changes
# it live)
set -- "$@" --pids-limit 512

# room for a small apache service (runtimes.json: apache) (docker update changes
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
set -- "$@" --network context-net

# the base image listens there (base_images.json: php-apache)
set -- "$@" --publish 127.0.0.1:80:80/tcp

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
