pod.yaml:17:30: warning[HD218]: container `app` of Pod `web` runs without a seccomp filter: it reaches every system call, and with it every fault of the kernel
17 |       seccompProfile: {type: Unconfined}
   |                              ^^^^^^^^^^
   = help: remove it for the engine's own profile, or name a smaller one

pod.yaml:18:31: warning[HD218]: container `app` of Pod `web` runs without an AppArmor profile: it may write to /proc and mount where root may
18 |       appArmorProfile: {type: Unconfined}
   |                               ^^^^^^^^^^
   = help: remove it for the engine's own profile, or name another

pod.yaml:19:18: warning[HD218]: container `app` of Pod `web` sees what the engine hides below /proc and /sys: keys, memory and switches of the host's kernel
19 |       procMount: Unmasked
   |                  ^^^^^^^^
   = help: remove it

pod.yaml:20:30: warning[HD218]: container `app` of Pod `web` runs without SELinux: no label keeps it from the host's files
20 |       seLinuxOptions: {type: spc_t}
   |                              ^^^^^
   = help: remove the option, or name a type that fits

pod.yaml: web/app: runs as uid 10001, gid 10001
