Dockerfile:4:5: warning[HD120]: `sudo` gives nothing in a `RUN` that root runs, and must be installed for it: one more program that makes other users root
4 | RUN sudo make clean
  |     ^^^^
  = fix: run the commands without `sudo`
    @@ -4 +4 @@
    -RUN sudo make clean
    +RUN make clean

Dockerfile:5:24: warning[HD004]: `HD210` is not reported here, so this suppresses nothing
5 | # harden: ignore=HD106,HD210
  |                        ^^^^^
  = help: remove it

Dockerfile:7:29: warning[HD005]: there is no rule `HD404`, so this suppresses nothing
7 | # harden: ignore-file=HD107,HD404
  |                             ^^^^^
  = help: did you mean `HD004`?

Dockerfile: runs as uid 10001, gid 10001
