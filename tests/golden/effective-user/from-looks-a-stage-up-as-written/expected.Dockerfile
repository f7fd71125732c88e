Dockerfile:3:6: error[HD001]: `FROM Build` is refused: the name of a repository must be lowercase
3 | FROM Build
  |      ^^^^^
  = help: stage names are stored in lower case: write `FROM build`

Dockerfile: runs as uid 1000, gid 1000
