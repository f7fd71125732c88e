# shellcheck shell=bash disable=SC2154
http "$port" GET /healthy || exit 1
http "$port" GET /notes/today
