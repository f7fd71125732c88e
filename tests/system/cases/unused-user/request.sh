# shellcheck shell=bash
http 8000 GET /hello
