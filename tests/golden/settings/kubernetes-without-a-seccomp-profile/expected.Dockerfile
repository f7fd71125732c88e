pod.yaml:11:11: warning[HD218]: container `app` of Pod `web` names no `seccompProfile`, which most clusters take for none: it reaches every system call
11 |   - name: app
   |           ^^^
   = help: `seccompProfile: {type: RuntimeDefault}` in `securityContext`

pod.yaml: web/app: runs as uid 10001, gid 10001
