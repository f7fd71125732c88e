Dockerfile:4:18: warning[HD004]: `HD101` is not reported here, so this suppresses nothing
4 | # harden: ignore=HD101 was root once
  |                  ^^^^^
  = help: remove it

Dockerfile: runs as node (1000:1000)
