pod.yaml:26:22: warning[HD230]: what container `app` of Pod `web` mounts below `/d` is mounted on the host, too
26 |     hostPath: {path: /srv/d}
   |                      ^^^^^^
   = help: leave the propagation out, or use `rslave`

pod.yaml: web/app: runs as uid 10001, gid 10001
