Dockerfile:5:5: error[HD001]: unknown flag: `ADD` takes `--unpack` from docker/dockerfile:1.17 on, and `# syntax=` asks for 1.14-labs
5 | ADD --unpack=true a.tar /b
  |     ^^^^^^^^^^^^^
  = help: ask for the newer one

Dockerfile: runs as uid 1000, gid 1000
