pod.yaml:12:11: info[HD217]: container `app` of Pod `web` keeps the capabilities that the engine gives to every container, of which few programs need any
12 |   - name: app
   |           ^^^
   = help: `capabilities: {drop: [ALL]}`, and `add` what is missed

pod.yaml: web/app: runs as uid 10001, gid 10001
