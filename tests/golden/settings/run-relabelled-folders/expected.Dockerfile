--run:1:152: warning[HD219]: the container of `registry.example/web:1` may write `/usr` of the host: programs of the host
1 | …imit 256 --health-cmd true -v /usr:/u:z registry.example/web:1
  |                                ^^^^^^^^^
  = help: mount only what it needs, and read-only, or use a volume (CIS Docker Benchmark 1.6, 5.6)
--run:1:152: warning[HD220]: `z` gives everything in `/usr` an SELinux label of containers: every container may use it, and the host's own programs may lose access
  = help: mount a folder that belongs to the container alone

--run: registry.example/web:1: runs as uid 10001, gid 10001
