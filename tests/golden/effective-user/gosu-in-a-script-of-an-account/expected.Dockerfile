Dockerfile:4:1: error[HD103]: the container ends at its start: `gosu` in entry.sh:2 works for root only
4 | USER app
  | ^^^^^^^^
  = because: `app` is created in line 2 with uid 1500
  = because: `USER app` makes the process run as uid 1500 and gid 1500
  = help: take out one of both: `USER`, or `gosu`

Dockerfile: the container ends at its start: `gosu` in entry.sh:2 works for root only
