# shellcheck shell=bash
# SAVE writes into the volume.
redis 6379 "SET capital Lima" "GET capital" "SAVE"
