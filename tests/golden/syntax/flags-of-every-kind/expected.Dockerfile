Dockerfile:8:25: info[HD430]: `ADD https://github.com/moby/buildkit.git#v0.13.0` takes what a branch or tag names, which may be another commit tomorrow
8 | ADD --keep-git-dir=true https://github.com/moby/buildkit.git#v0.13.0 /buildkit
  |                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: name the commit: `…#<commit>`, or `--checksum=<commit>` beside a tag

Dockerfile: runs as uid 1000, gid 1000
