Dockerfile:1:1: error[HD001]: `FROM` takes an image, or an image, `AS` and a name
1 | FROM
  | ^^^^

Dockerfile: runs as uid 1000, gid 1000
