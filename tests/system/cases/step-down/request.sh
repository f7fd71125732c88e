# shellcheck shell=bash
redis 6379 "SET capital Lima" "GET capital" "SAVE"
