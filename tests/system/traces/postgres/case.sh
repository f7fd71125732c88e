# shellcheck shell=bash disable=SC2034,SC2154
# Many processes, shared memory, a cluster that is made at the first start,
# TLS, and a shell that it starts.
listens=5432
asker=postgres:15

prepare() {
  cp "$here/tls/server.pem" "$work/app/"
}
