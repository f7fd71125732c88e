# shellcheck shell=bash disable=SC2154
http "$port" GET /healthy || exit 1
http "$port" PUT /notes/today 'some text' | head -n 1
http "$port" GET /notes/today
