pod.yaml:9:11: info[HD214]: as whom container `app` of Pod `web` runs is unknown because nothing is known about the image `registry.example/web:1`
9 |   - name: app
  |           ^^^
  = help: `runAsUser: 10001`, `runAsGroup: 10001` and `runAsNonRoot: true` in `securityContext`

pod.yaml: web/app: unknown because nothing is known about the image `registry.example/web:1`
