# shellcheck shell=bash
http 8000 PUT /capital "Lima" || exit 1
http 8000 GET /capital
http 8000 GET /arguments
