--run:1:149: warning[HD202]: `--memroy` is not a setting of `docker run`: engines refuse it, or set nothing
1 | …s-limit 256 --health-cmd true --memroy 1g --zzz -Y registry.example/web:1
  |                                ^^^^^^^^
  = help: did you mean `--memory`?

--run:1:161: warning[HD202]: `--zzz` is not a setting of `docker run`: engines refuse it, or set nothing
1 | …--health-cmd true --memroy 1g --zzz -Y registry.example/web:1
  |                                ^^^^^
  = help: remove it, or correct its name

--run:1:167: warning[HD202]: `-Y` is not a setting of `docker run`: engines refuse it, or set nothing
1 | …th-cmd true --memroy 1g --zzz -Y registry.example/web:1
  |                                ^^
  = help: remove it, or correct its name

--run: registry.example/web:1: runs as uid 10001, gid 10001
