# shellcheck shell=bash disable=SC2034
# nginx from scratch on port 80; notes wait in /tmp and go to a volume.
listens=80
program='nginx: '
data=/var/lib/notes
# nginx looks its peers up when it starts.
run_options=(--add-host peer.test:127.0.0.1)
