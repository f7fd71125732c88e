Dockerfile:2:1: warning[HD123]: a user gets the group `sudo`, whose members may become root with `sudo`
2 | RUN useradd --uid 10001 -G sudo app && \
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: leave the group out; what needs root belongs into a `RUN` before `USER`
Dockerfile:2:1: warning[HD122]: an entry for `sudo` asks for no password (`NOPASSWD`): whoever breaks into that user is root
  = help: leave the entry out; what needs root belongs into a `RUN` before `USER`

Dockerfile:4:1: info[HD105]: `USER 10001:10001` drops the supplementary group `sudo` of `app`
4 | USER 10001:10001
  | ^^^^^^^^^^^^^^^^
  = help: `USER 10001` keeps it

Dockerfile:5:1: warning[HD121]: `sudo` is called in the running container: whoever may call it is root, and under `no-new-privileges` it does not start
5 | CMD ["sudo", "nginx"]
  | ^^^^^^^^^^^^^^^^^^^^^
  = help: do in a `RUN` what needs root, and leave `sudo` out here

Dockerfile: runs as app (10001:10001)
