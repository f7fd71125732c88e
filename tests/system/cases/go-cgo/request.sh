# shellcheck shell=bash
status_and_peers 8080
