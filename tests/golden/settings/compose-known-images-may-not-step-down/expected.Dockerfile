compose.yaml:2:3: error[HD213]: service `db` runs as root: its image starts as root and steps down
2 |   db: {image: "postgres:16"}
  |   ^^
  = help: `user: 10001:10001`, or `USER` in its Dockerfile

