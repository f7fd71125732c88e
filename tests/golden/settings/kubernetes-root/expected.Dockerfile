pod.yaml:16:18: error[HD213]: container `app` of Pod `web` runs as root: `runAsUser: 0` says so
16 |       runAsUser: 0
   |                  ^
   = help: `runAsUser: 10001`, `runAsGroup: 10001` and `runAsNonRoot: true` in `securityContext`

pod.yaml: web/app: runs as root (uid 0)
