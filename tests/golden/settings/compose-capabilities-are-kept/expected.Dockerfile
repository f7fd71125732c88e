compose.yaml:2:3: info[HD217]: service `web` keeps the capabilities that the engine gives to every container, of which few programs need any
2 |   web:
  |   ^^^
  = help: `cap_drop: [ALL]`, and `cap_add` what is missed (CIS Docker Benchmark 1.6, 5.4)

compose.yaml: web: runs as uid 10001, gid 10001
