# shellcheck shell=bash disable=SC2154
redis "$port" "SET capital Lima" "GET capital" SAVE
