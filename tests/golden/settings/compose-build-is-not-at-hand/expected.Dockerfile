compose.yaml:2:3: info[HD214]: as whom service `web` runs is unknown because its Dockerfile `./missing/Dockerfile` is not at hand
2 |   web:
  |   ^^^
  = help: `user: 10001:10001`, or `USER` in its Dockerfile

compose.yaml:11:3: info[HD214]: as whom service `inline` runs is unknown because its Dockerfile stands in the Compose file
11 |   inline:
   |   ^^^^^^
   = help: `user: 10001:10001`, or `USER` in its Dockerfile

compose.yaml: web: unknown because its Dockerfile `./missing/Dockerfile` is not at hand
compose.yaml: inline: unknown because its Dockerfile stands in the Compose file
