# shellcheck shell=bash disable=SC2154
http "$port" GET / || exit 1
http "$port" POST /length 'some text'
