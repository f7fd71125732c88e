--run:1:152: error[HD212]: the container of `registry.example/web:1` gets the folder with the engine's socket, `/`: who talks to it starts containers that are root on the host
1 | …imit 256 --health-cmd true -v /:/host --mount type=bind,src=/etc,dst=/e,readonly registry.example/…
  |                                ^^^^^^^
  = help: leave it out, or put a proxy in between that lets only the calls through that are needed (CIS Docker Benchmark 1.6, 5.32)
--run:1:152: warning[HD219]: the container of `registry.example/web:1` may write `/` of the host: all files of the host
  = help: mount only what it needs, and read-only, or use a volume (CIS Docker Benchmark 1.6, 5.6)

--run:1:168: info[HD219]: the container of `registry.example/web:1` reads `/etc` of the host: the host's configuration, with its accounts and keys
1 | …h-cmd true -v /:/host --mount type=bind,src=/etc,dst=/e,readonly registry.example/web:1
  |                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: mount only the files that it needs (CIS Docker Benchmark 1.6, 5.6)

--run: registry.example/web:1: runs as uid 10001, gid 10001
