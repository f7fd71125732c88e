Dockerfile:1:1: error[HD102]: unknown because the base's entrypoint steps down to `redis` for its own program only, and `CMD` in shell form starts a shell
1 | FROM redis:7
  | ^^^^^^^^^^^^
  = because: `USER` is never set in the final stage, so the process starts as uid 0
  = fix: run as 999:999
    @@ -2,0 +3,2 @@
    +# Run as an unprivileged user (added by harden)
    +USER 999:999
  = help: `harden FILE -o Dockerfile.secure` makes this change and writes the settings to run it with

Dockerfile:3:1: info[HD130]: `CMD` stays in shell form, where a shell may keep `SIGTERM` from the program: the base's `ENTRYPOINT`, `docker-entrypoint.sh`, would get other arguments than those of a shell
3 | CMD redis-server /etc/redis.conf
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: let its last command begin with `exec`: then the shell makes way

Dockerfile: unknown because the base's entrypoint steps down to `redis` for its own program only, and `CMD` in shell form starts a shell
