Dockerfile:3:11: warning[HD005]: `# harden: ignroe` is not understood
3 | # harden: ignroe=HD101
  |           ^^^^^^
  = help: write `# harden: ignore=CODE reason` above an instruction, or `# harden: ignore-file=CODE reason`

Dockerfile:4:1: error[HD101]: `USER root` makes the process run as uid 0
4 | USER root
  | ^^^^^^^^^
  = help: `harden FILE --diff` shows the change that gives it a user of its own

Dockerfile: runs as root (uid 0)
