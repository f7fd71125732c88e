compose.yaml:12:3: info[HD229]: service `earlier` has no health check here: nobody notices when it hangs, unless its image has one
12 |   earlier:
   |   ^^^^^^^
   = help: `healthcheck:` (CIS Docker Benchmark 1.6, 5.27)

compose.yaml:15:3: info[HD229]: service `none` has no health check here: nobody notices when it hangs, unless its image has one
15 |   none:
   |   ^^^^
   = help: `healthcheck:` (CIS Docker Benchmark 1.6, 5.27)

compose.yaml:25:28: info[HD229]: the health check of service `off` is switched off: nobody notices when it hangs
25 |     healthcheck: {disable: true}
   |                            ^^^^
   = help: remove it for the image's own, or give one (CIS Docker Benchmark 1.6, 5.27)

compose.yaml: last: runs as uid 1500, gid 1500
compose.yaml: earlier: runs as uid 1500, gid 1500
compose.yaml: none: runs as uid 1500, gid 1500
compose.yaml: other-user: runs as uid 1600, gid 1600
compose.yaml: off: runs as uid 1500, gid 1500
