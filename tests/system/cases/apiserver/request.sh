# shellcheck shell=bash
http 8080 POST /countries '{"name":"Peru","capital":"Lima"}' || exit 1
http 8080 GET /countries/Peru
http 8080 GET /countries/Atlantis
