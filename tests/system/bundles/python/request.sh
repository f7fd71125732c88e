# shellcheck shell=bash disable=SC2154
http "$port" PUT /countries/Peru Lima || exit 1
http "$port" GET /countries/Peru
