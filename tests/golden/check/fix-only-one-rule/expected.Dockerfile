Dockerfile:5:1: fixed[HD130]: `CMD` is in shell form, so that a shell may be PID 1 and keep `SIGTERM` from the program, which is then killed
5 | CMD redis-server
  | ^^^^^^^^^^^^^^^^
  = change: written in exec form

Dockerfile:1:1: error[HD101]: `USER` is never set in the final stage, so the process runs as uid 0
1 | FROM debian:12
  | ^^^^^^^^^^^^^^
  = fix: run as 10001:10001
    @@ -3,0 +4,6 @@
    +# Run as an unprivileged user (added by harden)
    +RUN groupadd --gid 10001 app && \
    +    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell …
    +    mkdir -p /var/lib/redis && \
    +    chown -R 10001:10001 /var/lib/redis
    +USER 10001:10001
  = help: `harden FILE -o Dockerfile.secure` makes this change and writes the settings to run it with

Dockerfile:3:1: info[HD442]: the lists of packages are fetched in a layer of their own: the build cache keeps them, and a later `install` asks for versions that are old or gone
3 | RUN echo "é𝒳" && sudo apt-get update
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: put the update in front of the install, in the same `RUN`

Dockerfile:3:22: warning[HD120]: `sudo` gives nothing in a `RUN` that root runs, and must be installed for it: one more program that makes other users root
3 | RUN echo "é𝒳" && sudo apt-get update
  |                  ^^^^
  = fix: run the commands without `sudo`
    @@ -3 +3 @@
    -RUN echo "é𝒳" && sudo apt-get update
    +RUN echo "é𝒳" && apt-get update

Dockerfile:4:1: warning[HD465]: this `CMD` has no effect: a later one of the stage replaces it
4 | CMD echo hi
  | ^^^^^^^^^^^
5 | CMD ["redis-server"]
  | -------------------- this one is in effect
  = help: keep the one that is meant

Dockerfile: runs as root (uid 0)
