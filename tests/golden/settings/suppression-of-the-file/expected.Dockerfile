compose.yaml: web: runs as uid 10001, gid 10001
