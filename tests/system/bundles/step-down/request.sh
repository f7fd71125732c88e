# shellcheck shell=bash disable=SC2154
http "$port" PUT /capital Lima || exit 1
http "$port" GET /capital
