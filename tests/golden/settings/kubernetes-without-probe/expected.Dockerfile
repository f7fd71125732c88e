pod.yaml:12:11: info[HD229]: container `app` of Pod `web` has no probe: nobody notices when it hangs
12 |   - name: app
   |           ^^^
   = help: `livenessProbe:` or `readinessProbe:`

pod.yaml: web/app: runs as uid 10001, gid 10001
