#!/usr/bin/env bash
set -eo pipefail

prepare() {
    chmod 0755 /data
}

main() {
    prepare
    exec "$@"
}

main "$@"
