compose.yaml:2:3: info[HD214]: as whom service `web` runs is unknown because nothing is known about the image `registry.example/web:1`
2 |   web:
  |   ^^^
  = help: `user: 10001:10001`, or `USER` in its Dockerfile

compose.yaml: web: unknown because nothing is known about the image `registry.example/web:1`
