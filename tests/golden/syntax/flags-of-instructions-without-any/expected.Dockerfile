Dockerfile:2:5: error[HD001]: unknown flag: `ENV` takes none, and `--from` is read as one
2 | ENV --from=base A=1
  |     ^^^^^^^^^^^
  = help: take it out

Dockerfile:2:12: warning[HD420]: `base` names no version, so each build may take another one
2 | ENV --from=base A=1
  |            ^^^^
  = help: add the tag of the version that the program was tested with

Dockerfile:3:7: error[HD001]: unknown flag: `LABEL` takes none, and `--x` is read as one
3 | LABEL --x=y a=b
  |       ^^^^^
  = help: take it out

Dockerfile:4:8: error[HD001]: unknown flag: `EXPOSE` takes none, and `--proto` is read as one
4 | EXPOSE --proto=udp 80
  |        ^^^^^^^^^^^
  = help: take it out

Dockerfile:5:1: error[HD103]: `USER app` cannot start: no account is called `app`
5 | USER --foo app
  | ^^^^^^^^^^^^^^

Dockerfile:5:6: error[HD001]: unknown flag: `USER` takes none, and `--foo` is read as one
5 | USER --foo app
  |      ^^^^^
  = help: take it out

Dockerfile:6:9: error[HD001]: unknown flag: `WORKDIR` takes none, and `--chown` is read as one
6 | WORKDIR --chown=app /srv
  |         ^^^^^^^^^^^
  = help: take it out

Dockerfile:7:8: error[HD001]: unknown flag: `VOLUME` takes none, and `--size` is read as one
7 | VOLUME --size=1g /data
  |        ^^^^^^^^^
  = help: take it out

Dockerfile:8:7: error[HD001]: unknown flag: `SHELL` takes none, and `--login` is read as one
8 | SHELL --login ["/bin/bash", "-c"]
  |       ^^^^^^^
  = help: take it out

Dockerfile:9:12: error[HD001]: unknown flag: `ENTRYPOINT` takes none, and `--debug` is read as one
9 | ENTRYPOINT --debug
  |            ^^^^^^^
  = help: write the arguments of a program in exec form: ENTRYPOINT ["--debug"]

Dockerfile:10:1: info[HD130]: `CMD` stays in shell form, where a shell may keep `SIGTERM` from the program: an `ENTRYPOINT` in shell form ignores it
10 | CMD --verbose
   | ^^^^^^^^^^^^^
   = help: leave it out, or write `ENTRYPOINT` as a list of strings

Dockerfile:10:5: error[HD001]: unknown flag: `CMD` takes none, and `--verbose` is read as one
10 | CMD --verbose
   |     ^^^^^^^^^
   = help: write the arguments of a program in exec form: CMD ["--verbose"]

Dockerfile: `USER app` cannot start: no account is called `app`
