# shellcheck shell=bash
http 3000 GET /world
