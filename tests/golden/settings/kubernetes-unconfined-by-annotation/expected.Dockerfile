pod.yaml:6:57: warning[HD218]: container `app` of Pod `web` runs without an AppArmor profile: it may write to /proc and mount where root may
6 |     container.apparmor.security.beta.kubernetes.io/app: unconfined
  |                                                         ^^^^^^^^^^
  = help: remove it for the engine's own profile, or name another

pod.yaml: web/app: runs as uid 10001, gid 10001
