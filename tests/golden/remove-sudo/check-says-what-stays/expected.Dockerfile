Dockerfile:2:1: warning[HD123]: a user gets the group `sudo`, whose members may become root with `sudo`
2 | RUN useradd --uid 10001 -G sudo app && \
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: leave the group out; what needs root belongs into a `RUN` before `USER`
Dockerfile:2:1: warning[HD122]: an entry for `sudo` asks for no password (`NOPASSWD`): whoever breaks into that user is root
  = help: leave the entry out; what needs root belongs into a `RUN` before `USER`

Dockerfile:4:1: error[HD102]: unknown because `CMD` starts the program through `sudo`, as root if sudoers allows it
4 | USER 10001:10001
  | ^^^^^^^^^^^^^^^^
  = because: `app` is created in line 2 with uid 10001
  = because: `USER 10001:10001` makes the process run as uid 10001 and gid 10001
  = help: start the program without `sudo`, which does not work under `no-new-privileges`

Dockerfile:5:1: warning[HD121]: `sudo` is called in the running container: whoever may call it is root, and under `no-new-privileges` it does not start
5 | CMD ["sudo", "nginx"]
  | ^^^^^^^^^^^^^^^^^^^^^
  = help: do in a `RUN` what needs root, and leave `sudo` out here

Dockerfile: unknown because `CMD` starts the program through `sudo`, as root if sudoers allows it
