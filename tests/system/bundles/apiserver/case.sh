# shellcheck shell=bash disable=SC2034
# A static Go program from scratch: no shell, an init in front.
listens=8080
program=apiserver
data=/var/lib/apiserver
