Dockerfile:2:15: error[HD001]: `--network` takes `default`, `none` or `host`, not `bridge`
2 | RUN --network=bridge go build -o /server .
  |               ^^^^^^

Dockerfile:4:19: error[HD001]: `--from` is given more than once
4 | COPY --from=build --from=0 /server /server
  |                   ^^^^^^^^

Dockerfile:5:13: error[HD001]: `--link` takes `true` or `false`, not `maybe`
5 | COPY --link=maybe a b
  |             ^^^^^

Dockerfile:6:6: error[HD001]: `--chown` has no value
6 | COPY --chown a b
  |      ^^^^^^^
  = help: write `--chown=…`

Dockerfile:7:24: error[HD001]: `--interval` takes a time with a unit, such as `30s`, not `5`
7 | HEALTHCHECK --interval=5 --retries=-1 CMD curl -f http://localhost/
  |                        ^

Dockerfile:7:36: error[HD001]: `--retries` takes a number, not `-1`
7 | HEALTHCHECK --interval=5 --retries=-1 CMD curl -f http://localhost/
  |                                    ^^

Dockerfile: runs as uid 1000, gid 1000
