Dockerfile:2:18: warning[HD006]: `HD101` is excused without a reason, so this suppresses nothing; harden.toml:2 asks for one
2 | # harden: ignore=HD101
  |                  ^^^^^
  = help: write why behind the codes: `# harden: ignore=CODE reason`

Dockerfile:3:1: error[HD101]: `USER root` makes the process run as uid 0
3 | USER root
  | ^^^^^^^^^
  = help: `harden FILE --diff` shows the change that gives it a user of its own, or what is in the way

Dockerfile: runs as root (uid 0)
