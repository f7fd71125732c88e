FROM debian:12
RUN <<EOF
set -e
# sudo in a comment
apt-get update
if ! command -v curl; then
  apt-get install -y curl
fi
EOF
RUN <<-"EOF"
	ldconfig
EOF
USER 10001:10001
