#!/bin/sh
# What puts strace into an image in which a program is to be traced: strace, its
# loader and its libraries in a folder of their own.
#
# harden writes the section into one RUN of a Dockerfile, with the folder as its
# argument. There the lines are joined, and so every line ends where a blank may
# follow. It runs on any POSIX sh. Where strace is not there, the first package
# manager that is brings it.

#: strace
set -e;
to=$1;
have() { command -v "$1" >/dev/null 2>&1; };
if have strace; then
  :;
elif have apt-get; then
  apt-get update;
  apt-get install -y --no-install-recommends strace;
elif have apk; then
  apk add --no-cache strace;
elif have microdnf; then
  microdnf install -y strace;
elif have dnf; then
  dnf install -y strace;
elif have yum; then
  yum install -y strace;
elif have zypper; then
  zypper --non-interactive install strace;
else
  echo "this image can not get strace" >&2;
  exit 1;
fi;
mkdir -p "$to/lib" "$to/log";
chmod 1777 "$to/log";
cp "$(command -v strace)" "$to/strace";
# `libc.so.6 => /lib/libc.so.6 (0x…)`; the loader is named alone, or by musl's
# ldd with an arrow.
ldd "$to/strace" | while read -r name arrow path _; do
  case $name$arrow in
    /*=*) cp -L "$path" "$to/lib/"; cp -L "$path" "$to/ld.so";;
    /*) cp -L "$name" "$to/ld.so";;
    *=*) case $path in /*) cp -L "$path" "$to/lib/";; esac;;
  esac;
done;
"$to/ld.so" --library-path "$to/lib" "$to/strace" -V >/dev/null;
