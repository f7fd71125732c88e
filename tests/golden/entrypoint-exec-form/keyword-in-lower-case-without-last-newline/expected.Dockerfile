from debian:12
user 10001:10001
cmd ["redis-server"]