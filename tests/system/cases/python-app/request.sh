# shellcheck shell=bash
http 8000 PUT /countries/Peru "Lima" || exit 1
http 8000 GET /countries/Peru
http 8000 GET /countries/Atlantis
