pod.yaml:17:33: warning[HD226]: container `app` of Pod `web` may gain privileges: a setuid program in it makes root of any user
17 |       allowPrivilegeEscalation: true
   |                                 ^^^^
   = help: `allowPrivilegeEscalation: false` in `securityContext`

pod.yaml: web/app: runs as uid 10001, gid 10001
