pod.yaml:12:11: warning[HD222]: container `app` of Pod `web` may use all of the host's memory, until other programs are ended for it
12 |   - name: app
   |           ^^^
   = help: `resources: {limits: {memory: 512Mi}}`
pod.yaml:12:11: warning[HD223]: container `app` of Pod `web` may use all of the host's processors
   = help: `resources: {limits: {cpu: "1"}}`

pod.yaml: web/app: runs as uid 10001, gid 10001
