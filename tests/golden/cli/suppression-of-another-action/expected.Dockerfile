Dockerfile:2:6: info[HD452]: `COPY .` takes all files along, and no .dockerignore says which stay out: a later `.env` or `.git` is in the image
2 | COPY . /app
  |      ^
  = help: name what the image needs, or write a .dockerignore

Dockerfile:3:11: warning[HD005]: `# harden: ignroe` is not understood
3 | # harden: ignroe=HD101
  |           ^^^^^^
  = help: write `# harden: ignore=CODE reason` above an instruction, or `# harden: ignore-file=CODE reason`

Dockerfile:4:1: error[HD101]: `USER root` makes the process run as uid 0
4 | USER root
  | ^^^^^^^^^
  = fix: run as 1000:1000
    @@ -4 +4 @@
    -USER root
    +USER 1000:1000
  = help: `harden FILE -o Dockerfile.secure` makes this change and writes the settings to run it with

Dockerfile: runs as root (uid 0)
