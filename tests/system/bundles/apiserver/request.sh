# shellcheck shell=bash disable=SC2154
http "$port" POST /countries '{"name":"Peru","capital":"Lima"}' || exit 1
http "$port" GET /countries/Peru
# The export is a file in /tmp first.
http "$port" GET /export
