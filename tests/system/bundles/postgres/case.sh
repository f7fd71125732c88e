# shellcheck shell=bash disable=SC2034
# The entrypoint of the base makes the cluster, leaves it closed to others
# (0700), and finds it so at the next start.
listens=5432
program='postgres'
data=/var/lib/postgresql/data
asker=postgres:15
seed=true
