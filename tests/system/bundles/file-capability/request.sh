# shellcheck shell=bash disable=SC2154
http "$port" GET /
