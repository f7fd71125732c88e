# shellcheck shell=bash disable=SC2034,SC2154
# Files, SQLite, threads, other programs and TLS on both ends.
listens=8000
asker=python:3.11

prepare() {
  cp "$here/tls/server.pem" "$work/app/"
}
