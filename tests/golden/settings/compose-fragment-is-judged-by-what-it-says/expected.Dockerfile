compose.override.yaml:4:17: error[HD210]: service `web` is privileged: it has every capability and device, and root in it is root on the host
4 |     privileged: true
  |                 ^^^^
  = help: remove it, and give the one capability or device that is needed (CIS Docker Benchmark 1.6, 5.5)

compose.override.yaml: web: unknown because it has neither `image` nor `build`, so this is a part of it
