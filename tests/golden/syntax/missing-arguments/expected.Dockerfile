Dockerfile:1:1: error[HD101]: `USER` is never set in the final stage, so the process runs as uid 0
1 | FROM debian:12
  | ^^^^^^^^^^^^^^
  = because: `USER` is not added: the engine refuses this file
  = help: mend it first

Dockerfile:2:1: error[HD001]: `ENV` has no arguments
2 | ENV
  | ^^^

Dockerfile:3:1: error[HD001]: `ENV PATH` has no value
3 | ENV PATH
  | ^^^^^^^^
  = help: write `ENV PATH=…`

Dockerfile:4:1: error[HD001]: `LABEL` has no arguments
4 | LABEL
  | ^^^^^

Dockerfile:5:1: error[HD001]: `ARG` has no name
5 | ARG
  | ^^^

Dockerfile:6:1: error[HD001]: `COPY` takes at least one source and a destination
6 | COPY
  | ^^^^

Dockerfile:7:1: error[HD001]: `COPY` takes at least one source and a destination
7 | COPY app.conf
  | ^^^^^^^^^^^^^

Dockerfile:8:1: error[HD001]: `ADD` takes at least one source and a destination
8 | ADD ["a.tar"]
  | ^^^^^^^^^^^^^

Dockerfile:9:1: error[HD001]: `EXPOSE` has no arguments
9 | EXPOSE
  | ^^^^^^

Dockerfile:10:1: error[HD001]: `VOLUME` has no arguments
10 | VOLUME
   | ^^^^^^

Dockerfile:11:1: warning[HD463]: `VOLUME /` puts a folder of the system into a volume: it outlives the container and hides what a newer image brings there, fixes included
11 | VOLUME [""]
   | ^^^^^^^^^^^
   = help: declare the folder that the program writes its data to

Dockerfile:11:9: error[HD001]: the path of a `VOLUME` is empty
11 | VOLUME [""]
   |         ^^

Dockerfile:12:1: error[HD001]: `VOLUME` has no arguments
12 | VOLUME []
   | ^^^^^^^^^

Dockerfile:13:1: error[HD001]: `WORKDIR` has no argument
13 | WORKDIR
   | ^^^^^^^

Dockerfile:14:1: error[HD001]: `STOPSIGNAL` has no argument
14 | STOPSIGNAL
   | ^^^^^^^^^^

Dockerfile:15:1: error[HD001]: `MAINTAINER` has no argument
15 | MAINTAINER
   | ^^^^^^^^^^

Dockerfile:16:1: error[HD001]: `ONBUILD` has no instruction
16 | ONBUILD
   | ^^^^^^^

Dockerfile:17:1: error[HD001]: `HEALTHCHECK` takes `NONE`, or `CMD` and a command
17 | HEALTHCHECK
   | ^^^^^^^^^^^

Dockerfile:18:1: error[HD001]: `USER` has no argument
18 | USER
   | ^^^^

Dockerfile: runs as root (uid 0)
