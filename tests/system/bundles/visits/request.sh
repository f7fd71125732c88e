# shellcheck shell=bash disable=SC2154
http "$port" GET /status || exit 1
