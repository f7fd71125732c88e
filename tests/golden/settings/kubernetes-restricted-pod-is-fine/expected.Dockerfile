pod.yaml: web/app: runs as uid 10001, gid 10001
