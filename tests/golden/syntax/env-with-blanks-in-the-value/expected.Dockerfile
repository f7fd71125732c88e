Dockerfile:2:24: error[HD001]: `-Xms256m` has no `=` in an `ENV`
2 | ENV JAVA_OPTS=-Xmx512m -Xms256m
  |                        ^^^^^^^^
  = help: quote the value, or escape its blanks

Dockerfile:5:5: error[HD001]: `ENV` has no name before its `=`
5 | ENV =value
  |     ^^^^^^

Dockerfile: runs as uid 1000, gid 1000
