# shellcheck shell=bash
http 80 GET / || exit 1
http 80 GET /style.css
http 80 GET /healthy
http 80 GET /nowhere
