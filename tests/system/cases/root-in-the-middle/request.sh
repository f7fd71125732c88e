# shellcheck shell=bash
http 8000 GET /first || exit 1
http 8000 PUT /second "written at run time"
http 8000 GET /second
