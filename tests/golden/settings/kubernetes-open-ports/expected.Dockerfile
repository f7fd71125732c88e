pod.yaml:23:37: warning[HD227]: port 80 of container `app` of Pod `web` is open on every interface of the host, past the rules of its firewall
23 |     - {containerPort: 80, hostPort: 80}
   |                                     ^^
   = help: a Service instead of `hostPort`

pod.yaml: web/app: runs as uid 10001, gid 10001
