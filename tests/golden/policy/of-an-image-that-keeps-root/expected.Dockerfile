Service
  Dockerfile          Dockerfile
  name                web         `--set name`
  image               web:secure  the tag that `docker build -t` is given

User
  runs as             unknown  unknown because nothing is known about the base image `registry.example.org/unknown` (Dockerfile:1)
  starts as           unknown  unknown because nothing is known about the base image `registry.example.org/unknown` (Dockerfile:1)

Files
  read-only root      yes  the service writes to the paths below only
  writable            tmpfs /run rw,noexec,nosuid,nodev,size=64m,mode=1777  programs put sockets and process ids there
  writable            tmpfs /tmp rw,noexec,nosuid,nodev,size=64m,mode=1777  programs put temporary files there

Network
  port                9000/tcp, published as 127.0.0.1:9000:9000/tcp  `EXPOSE` in line 2 (Dockerfile:2)
  port                9001/tcp, published as 127.0.0.1:9001:9001/tcp  `EXPOSE` in line 2 (Dockerfile:2)
  port                9002/tcp, published as 127.0.0.1:9002:9002/tcp  `EXPOSE` in line 2 (Dockerfile:2)
  network             web-net                                         a network of its own: no unasked neighbours, names resolve

Privileges
  capabilities        none
  no new privileges   yes           set-uid programs and file capabilities give nothing; a step-down needs neither
  seccomp profile     seccomp.json  the engine's default profile without what only other capabilities and other sockets need
  AppArmor profile    the engine's
  starts program      serve         it starts in line 3 (Dockerfile:3)

Limits
  processes           200                room for a small service
  memory              512m               room for a small service
  memory and swap     512m               no swap: a leak ends the container, not the host
  cpus                1                  one processor
  ulimit              nofile 1024:16384  open files and sockets; an engine whose own hard limit is lower refuses it
  ulimit              core 0:0           no core dumps with secrets in them

Isolation
  IPC namespace       private  no shared memory with others
  cgroup namespace    private  the host's tree of control groups stays out of sight

Process
  init                yes           the first process must take signals and reap what its children leave, which this one may not do
  health check        none
  restart             on-failure:5  a service that cannot start does not try for ever (CIS Docker Benchmark 5.15)
  shell in image      yes

Not safe to run
  unknown because nothing is known about the base image `registry.example.org/unknown`

Assumed
  the service writes to no other path: where it fails with "Read-only file system", name the path in `[policy] writable`
  memory 512m, 200 processes and one processor are enough; measure, and set `[policy.limits]`

Left to you
  `EXPOSE $PORT` does not tell a port; publish it with `[policy] ports`
  `EXPOSE 70000` does not tell a port; publish it with `[policy] ports`
