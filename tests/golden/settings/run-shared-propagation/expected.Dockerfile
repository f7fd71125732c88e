--run:1:157: warning[HD230]: what the container of `registry.example/web:1` mounts below `/d` is mounted on the host, too
1 | …256 --health-cmd true --mount type=bind,src=/srv/d,dst=/d,bind-propagation=shared registry.example…
  |                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: leave the propagation out, or use `rslave` (CIS Docker Benchmark 1.6, 5.20)

--run: registry.example/web:1: runs as uid 10001, gid 10001
