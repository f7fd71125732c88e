pod.yaml:12:11: info[HD217]: container `app` of Pod `web` keeps the capabilities that the engine gives to every container, of which few programs need any
12 |   - name: app
   |           ^^^
   = help: `capabilities: {drop: [ALL]}`, and `add` what is missed

pod.yaml:17:28: warning[HD216]: container `app` of Pod `web` gets the capability SYS_ADMIN: it mounts file systems and much more, which is as good as root on the host
17 |       capabilities: {add: [SYS_ADMIN]}
   |                            ^^^^^^^^^
   = help: leave it out, or show that nothing less will do

pod.yaml: web/app: runs as uid 10001, gid 10001
