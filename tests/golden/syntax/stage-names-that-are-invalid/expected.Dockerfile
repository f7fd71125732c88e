Dockerfile:1:19: error[HD001]: `1st` is not a valid stage name
1 | FROM debian:12 AS 1st
  |                   ^^^
  = help: a name begins with a letter; letters, digits, `-`, `_` and `.` follow

Dockerfile:2:19: error[HD001]: `build/app` is not a valid stage name
2 | FROM debian:12 AS build/app
  |                   ^^^^^^^^^
  = help: a name begins with a letter; letters, digits, `-`, `_` and `.` follow

Dockerfile:3:19: error[HD001]: `_tools` is not a valid stage name
3 | FROM debian:12 AS _tools
  |                   ^^^^^^
  = help: a name begins with a letter; letters, digits, `-`, `_` and `.` follow

Dockerfile: runs as uid 1000, gid 1000
