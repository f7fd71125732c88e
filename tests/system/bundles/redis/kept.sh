# shellcheck shell=bash disable=SC2154
redis "$port" "GET capital" SAVE
