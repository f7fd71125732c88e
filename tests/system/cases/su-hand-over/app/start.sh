#!/bin/sh
set -e
mkdir -p /data/notes
chown -R app /data
chmod 700 /data
su -s /bin/sh app -c "server --name 'a b' --motto 'c\"d'"
