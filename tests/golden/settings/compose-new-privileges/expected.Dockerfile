compose.yaml:2:3: warning[HD226]: service `web` may gain privileges: a setuid program in it makes root of any user
2 |   web:
  |   ^^^
  = help: `security_opt: [no-new-privileges:true]` (CIS Docker Benchmark 1.6, 5.26)

compose.yaml: web: runs as uid 10001, gid 10001
