compose.yaml:12:22: warning[HD004]: `HD210` is not reported here, so this suppresses nothing
12 |     # harden: ignore=HD210
   |                      ^^^^^
   = help: remove it

compose.yaml:14:22: warning[HD005]: there is no rule `HD2100`, so this suppresses nothing
14 |     # harden: ignore=HD2100
   |                      ^^^^^^
   = help: did you mean `HD210`?

compose.yaml:15:15: warning[HD005]: `# harden: igonre` is not understood
15 |     # harden: igonre=HD210
   |               ^^^^^^
   = help: write `# harden: ignore=CODE reason` above a setting, or `# harden: ignore-file=CODE reason`

compose.yaml: web: runs as uid 10001, gid 10001
