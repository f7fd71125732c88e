# shellcheck shell=bash
http 80 GET /from-the-test
