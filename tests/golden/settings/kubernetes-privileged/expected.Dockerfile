pod.yaml:18:19: error[HD210]: container `app` of Pod `web` is privileged: it has every capability and device, and root in it is root on the host
18 |       privileged: true
   |                   ^^^^
   = help: remove it, and give the one capability or device that is needed

pod.yaml: web/app: runs as uid 10001, gid 10001
