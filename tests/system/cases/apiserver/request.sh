# shellcheck shell=bash
status_and_peers 8080 || exit 1
http 8080 POST /countries '{"name":"Peru","capital":"Lima"}'
http 8080 GET /countries/Peru
http 8080 GET /countries/Atlantis
http 8080 GET /export
