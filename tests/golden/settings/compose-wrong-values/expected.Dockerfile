compose.yaml:12:17: error[HD203]: `privileged` must be `true` or `false`
12 |     privileged: maybe
   |                 ^^^^^

compose.yaml:13:14: error[HD203]: `volumes` must be a list
13 |     volumes: a:b
   |              ^^^

compose.yaml:14:14: error[HD203]: `extends` names the service `nobody`, which is not in this file
14 |     extends: nobody
   |              ^^^^^^

compose.yaml: web: runs as uid 10001, gid 10001
