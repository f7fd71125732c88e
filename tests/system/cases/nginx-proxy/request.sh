# shellcheck shell=bash
http 8080 GET /status || exit 1
http 8080 POST /stored 'some text'
http 8080 POST /tmp 'some text'
answer=$(http 8080 GET /peer)
[[ $answer == *hello* ]] || exit 1
echo "$answer"
http 8080 GET /stranger | head -n 1
