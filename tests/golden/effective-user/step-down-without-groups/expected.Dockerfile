Dockerfile:1:1: info[HD112]: starts as uid 0 and steps down to 1500:1500 in entry.sh:3
1 | FROM debian:12
  | ^^^^^^^^^^^^^^
  = because: `USER` is never set in the final stage, so the process starts as uid 0
  = because: as root it needs the capabilities CHOWN, DAC_OVERRIDE, SETGID, SETUID; drop all others
Dockerfile:1:1: warning[HD104]: the process runs as uid 1500 but in group 0, whose files it may change
  = because: `USER` is never set in the final stage, so the process starts as uid 0
  = because: as root it needs the capabilities CHOWN, DAC_OVERRIDE, SETGID, SETUID; drop all others
  = help: let the step-down set the group and the groups, too, as `gosu`, `su-exec` and `setpriv --reuid=USER --regid=GROUP --clear-groups` do

Dockerfile: starts as uid 0 and steps down to 1500:1500 in entry.sh:3
