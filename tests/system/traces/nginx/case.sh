# shellcheck shell=bash disable=SC2034,SC2154
# Pages, a large file, uploads that are kept in files, TLS, and itself as proxy.
listens=80
asker=python:3.11

prepare() {
  cp "$here/tls/server.pem" "$work/app/"
}
