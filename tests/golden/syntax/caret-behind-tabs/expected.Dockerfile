Dockerfile:2:10: error[HD001]: `B` has no `=` in an `ENV`
2 |     ENV A=1 B
  |             ^
  = help: quote the value, or escape its blanks

Dockerfile: runs as uid 1000, gid 1000
