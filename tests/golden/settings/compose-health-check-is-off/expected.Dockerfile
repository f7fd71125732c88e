compose.yaml:11:28: info[HD229]: the health check of service `web` is switched off: nobody notices when it hangs
11 |     healthcheck: {disable: true}
   |                            ^^^^
   = help: remove it for the image's own, or give one (CIS Docker Benchmark 1.6, 5.27)

compose.yaml: web: runs as uid 10001, gid 10001
