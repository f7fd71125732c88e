# shellcheck shell=bash disable=SC2034
# The whole base image with pages: port 80, bodies are buffered in files.
listens=80
program='nginx: '
