# shellcheck shell=bash
http 8080 GET /status || exit 1
answer=$(http 8080 GET '/peer?peer.test')
# It starts at the same time.
[[ $answer == *'peer: hello'* ]] || exit 1
echo "$answer"
http 8080 GET '/peer?localhost'
