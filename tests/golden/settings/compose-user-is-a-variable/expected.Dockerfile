compose.yaml:11:11: info[HD214]: as whom service `web` runs is unknown because `$APP_USER` comes from the environment and has no default
11 |     user: ${APP_USER}
   |           ^^^^^^^^^^^
   = help: `user: 10001:10001`, or `USER` in its Dockerfile

compose.yaml: web: unknown because `$APP_USER` comes from the environment and has no default
