# shellcheck shell=bash
# nginx with static files, uploads and a server behind it.
check() {
  check_scratch 10 --tmpfs /run:uid=101,gid=101,mode=0755 \
    --tmpfs /var/cache/nginx:uid=101,gid=101,mode=0755
  expect_answers 502
}
