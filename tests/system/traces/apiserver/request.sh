# shellcheck shell=bash disable=SC2154
http "$port" GET /status || exit 1
http "$port" POST /countries '{"name":"Peru","capital":"Lima"}'
http "$port" GET /countries/Peru
http "$port" GET /countries/Atlantis
http "$port" GET '/peer?localhost'
http "$port" GET /export
