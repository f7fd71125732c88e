pod.yaml:17:19: warning[HD215]: container `app` of Pod `web` is not root, but its group is: it may do to files what root's group may
17 |       runAsGroup: 0
   |                   ^
   = help: `runAsUser: 10001`, `runAsGroup: 10001` and `runAsNonRoot: true` in `securityContext`

pod.yaml: web/app: runs as uid 10001, gid 0
