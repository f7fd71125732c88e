Dockerfile:2:5: warning[HD432]: `sh` runs what `curl` gets, unseen: whoever controls the server or the name controls the image
2 | RUN curl -fsSL https://example.org/install.sh | sh
  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: download it to a file, compare its checksum (`sha256sum -c`), then run it

Dockerfile:4:1: error[HD102]: unknown because no line creates `svc`, but `RUN` starts a script, which may create users
4 | USER svc
  | ^^^^^^^^
  = help: tell harden what the file does not: `--build-arg`, `--base-inspect`, or `[bases]` in harden.toml

Dockerfile: unknown because no line creates `svc`, but `RUN` starts a script, which may create users
