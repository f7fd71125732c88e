pod.yaml:27:22: info[HD219]: container `app` of Pod `web` reads `/etc` of the host: the host's configuration, with its accounts and keys
27 |     hostPath: {path: /etc}
   |                      ^^^^
   = help: mount only the files that it needs

pod.yaml:30:13: warning[HD219]: container `app` of Pod `web` may write `/var/lib/kubelet` of the host: the files and secrets of all pods
30 |       path: /var/lib/kubelet
   |             ^^^^^^^^^^^^^^^^
   = help: mount only what it needs, and read-only, or use a volume

pod.yaml: web/app: runs as uid 10001, gid 10001
