pod.yaml:12:11: warning[HD225]: container `app` of Pod `web` can write to its root file system: who breaks in changes programs, or brings his own
12 |   - name: app
   |           ^^^
   = help: `readOnlyRootFilesystem: true`, and an `emptyDir` for what it writes

pod.yaml: web/app: runs as uid 10001, gid 10001
