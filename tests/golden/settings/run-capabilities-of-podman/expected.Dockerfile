--run:1:159: warning[HD216]: the container of `registry.example/web:1` gets the capability SYS_TIME: it sets the host's clock
1 | …6 --health-cmd true --cap-add=sys_time,bpf registry.example/web:1
  |                                ^^^^^^^^^^^^
  = help: leave it out, or show that nothing less will do (CIS Docker Benchmark 1.6, 5.4)
--run:1:159: warning[HD216]: the container of `registry.example/web:1` gets the capability BPF: it loads programs into the kernel, which see the whole host
  = help: leave it out, or show that nothing less will do (CIS Docker Benchmark 1.6, 5.4)

--run: registry.example/web:1: runs as uid 10001, gid 10001
