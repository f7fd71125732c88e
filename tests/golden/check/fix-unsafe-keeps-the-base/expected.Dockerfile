Dockerfile:1:1: fixed[HD101]: `USER` is never set in the final stage, so the process runs as uid 0
1 | FROM golang:1.19
  | ^^^^^^^^^^^^^^^^
  = change: run as 10001:10001

Dockerfile: runs as app (10001:10001)
