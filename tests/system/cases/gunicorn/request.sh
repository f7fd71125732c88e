# shellcheck shell=bash
http 8080 GET /
