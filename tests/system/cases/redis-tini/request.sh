# shellcheck shell=bash
# SAVE writes into the volume; the memory is one of the arguments.
redis 6379 "SET capital Lima" "GET capital" "SAVE" "CONFIG GET maxmemory"
