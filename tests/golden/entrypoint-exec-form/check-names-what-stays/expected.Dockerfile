Dockerfile:3:1: info[HD130]: `CMD` stays in shell form, where a shell may keep `SIGTERM` from the program: the program is in a pipeline
3 | CMD redis-server | cat
  | ^^^^^^^^^^^^^^^^^^^^^^
  = help: a script that ends in `exec` and the program keeps the rest and lets the program get its signals

Dockerfile: runs as uid 10001, gid 10001
