#!/bin/sh
run() {
    exec "$@"
}
