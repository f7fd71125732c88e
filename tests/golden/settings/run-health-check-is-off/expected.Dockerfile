--run:1:131: info[HD229]: the health check of the container of `registry.example/web:1` is switched off: nobody notices when it hangs
1 | …12m --cpus 1 --pids-limit 256 --no-healthcheck registry.example/web:1
  |                                ^^^^^^^^^^^^^^^^
  = help: remove it for the image's own, or give one (CIS Docker Benchmark 1.6, 5.27)

--run: registry.example/web:1: runs as uid 10001, gid 10001
