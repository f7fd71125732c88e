#!/bin/sh
chown -R app /srv/state
su app -c 'cd /srv && server --home "$HOME"'
