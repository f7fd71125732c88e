# shellcheck shell=bash
http 80 GET /index.html
