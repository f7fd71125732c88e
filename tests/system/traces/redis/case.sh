# shellcheck shell=bash disable=SC2034,SC2154
# Steps down from root; files, child processes that save, threads, TLS.
listens=6379
asker=python:3.11

prepare() {
  cp "$here/tls/server.pem" "$here/tls/ca.crt" "$work/app/"
}
