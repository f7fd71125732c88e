# shellcheck shell=bash disable=SC2034
# Python with a module in C from scratch, and SQLite in a volume.
listens=8080
program='python visits.py'
data=/data
