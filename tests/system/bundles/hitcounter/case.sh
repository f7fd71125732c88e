# shellcheck shell=bash disable=SC2034,SC2154
# A static C program from scratch.
listens=8080
program='hitcounter 8080'
data=/var/lib/hitcounter
# The count is told by nothing but the file.
finds_what_was_kept() {
  answers request answer || return 1
  local count
  count=$(helper --volumes-from "$container" -- cat "$data/count")
  why="it counted to $count"
  [[ $count -ge 2 ]]
}
