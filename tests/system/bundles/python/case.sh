# shellcheck shell=bash disable=SC2034
# A program that keeps files in a volume, and its log beside itself.
listens=8000
program='python -m countries'
data=/var/lib/countries
