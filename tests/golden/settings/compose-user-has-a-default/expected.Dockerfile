compose.yaml:11:11: error[HD213]: service `web` runs as root: `user: root` says so
11 |     user: ${APP_USER:-root}
   |           ^^^^^^^^^^^^^^^^^
   = help: `user: 10001:10001`, or `USER` in its Dockerfile

compose.yaml: web: runs as root (uid 0)
