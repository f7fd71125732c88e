Dockerfile:2:5: warning[HD432]: `sh` runs what `curl` gets, unseen: whoever controls the server or the name controls the image
2 | RUN curl -fsSL https://example.org/install.sh | sh
  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: download it to a file, compare its checksum (`sha256sum -c`), then run it

Dockerfile:4:1: error[HD102]: unknown because no line creates `svc`, but `RUN` starts a script, which may create users
4 | USER svc
  | ^^^^^^^^
  = because: `USER` is not added: the container starts with `/usr/local/bin/server`, which may be a script that needs root: `server` was not found in the build context
  = help: name the folder that the image is built from with `--context`

Dockerfile: unknown because no line creates `svc`, but `RUN` starts a script, which may create users
