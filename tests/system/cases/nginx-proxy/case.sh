# shellcheck shell=bash disable=SC2154
# nginx that verifies a peer, with another name, and writes.
check() {
  check_scratch 10 --tmpfs /run:uid=10001,gid=10001,mode=0755 \
    --tmpfs /var/lib/nginx:uid=10001,gid=10001,mode=0755 \
    --tmpfs /var/log/nginx:uid=10001,gid=10001,mode=0755
  [[ $(tr '\n' ' ' <"$work/answer") == \
    '200 zone: +0900 200 zone: +0900 200 zone: +0900 200 hello 502 ' ]] ||
    fail "not what nginx should answer"
}
