Dockerfile:2:1: error[HD101]: `USER` is never set in the final stage, so the process runs as uid 0
2 | FROM --platform=linux/amd64 debian:12
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = because: `USER` is not added: the engine refuses this file
  = help: mend it first

Dockerfile:3:13: error[HD001]: unknown flag: `COPY` takes `--parents` from docker/dockerfile:1.20 on, and `# syntax=` asks for 1.4
3 | COPY --link --parents --exclude=*.md . /srv
  |             ^^^^^^^^^
  = help: ask for the newer one

Dockerfile:3:23: error[HD001]: unknown flag: `COPY` takes `--exclude` from docker/dockerfile:1.19 on, and `# syntax=` asks for 1.4
3 | COPY --link --parents --exclude=*.md . /srv
  |                       ^^^^^^^^^^^^^^
  = help: ask for the newer one

Dockerfile:4:5: error[HD001]: unknown flag: `ADD` takes `--checksum` from docker/dockerfile:1.6 on, and `# syntax=` asks for 1.4
4 | ADD --checksum=sha256:0 --keep-git-dir=true https://example.com/a.git /a
  |     ^^^^^^^^^^^^^^^^^^^
  = help: ask for the newer one

Dockerfile:4:25: error[HD001]: unknown flag: `ADD` takes `--keep-git-dir` from docker/dockerfile:1.6 on, and `# syntax=` asks for 1.4
4 | ADD --checksum=sha256:0 --keep-git-dir=true https://example.com/a.git /a
  |                         ^^^^^^^^^^^^^^^^^^^
  = help: ask for the newer one

Dockerfile:5:13: error[HD001]: unknown flag: `HEALTHCHECK` takes `--start-interval` from docker/dockerfile:1.6 on, and `# syntax=` asks for 1.4
5 | HEALTHCHECK --start-interval=1s --interval=5s CMD true
  |             ^^^^^^^^^^^^^^^^^^^
  = help: ask for the newer one

Dockerfile: runs as root (uid 0)
