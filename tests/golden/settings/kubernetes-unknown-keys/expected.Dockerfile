pod.yaml:11:5: error[HD202]: `privileged` is not a setting of a pod's `securityContext`: engines refuse it, or set nothing
11 |     privileged: true
   |     ^^^^^^^^^^
   = help: remove it, or correct its name

pod.yaml:23:5: error[HD202]: `comand` is not a setting of a container: engines refuse it, or set nothing
23 |     comand: [sh]
   |     ^^^^^^
   = help: did you mean `command`?

pod.yaml: web/app: runs as uid 10001, gid 10001
