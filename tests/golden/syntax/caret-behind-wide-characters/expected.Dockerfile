Dockerfile:2:30: error[HD001]: `NAME` has no `=` in an `ENV`
2 | ENV GREETING=こんにちは NAME
  |                         ^^^^
  = help: quote the value, or escape its blanks

Dockerfile: runs as uid 1000, gid 1000
